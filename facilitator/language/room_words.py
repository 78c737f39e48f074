"""The words of the room's screen in all six languages, whatever is missing in their catalogues."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from facilitator.language.speech import Language


class Message(StrEnum):
    """What the room can be told by one key."""

    CONCLUDE = "conclude"
    ONE_MINUTE = "one_minute"
    SLOWER = "slower"
    MICROPHONE = "microphone"
    TECHNICAL = "technical"


def message(which: Message, code: str) -> str:
    """Return a message in one of the six languages."""
    return _MESSAGES[which][code]


class RoomLanguage(Language):
    """A second language of the room's screen: it knows the screen's words where its catalogue does not."""

    def say(self, text: str, /, **fields: object) -> str:
        said = super().say(text)
        known = _WORDS.get(text, {}).get(self.code, said) if said == text else said
        return self._fill(known, fields)

    def count(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """Several organizations are all that the room's screen counts in its second language."""
        known = _SEVERAL.get(many, {}).get(self.code)
        if known is None:
            return super().count(one, many, n, **fields)
        return self._fill(known, {"n": n, **fields})


@lru_cache(maxsize=16)
def room_language(code: str, zone: str = "Europe/Zurich") -> RoomLanguage:
    """Return a language in which the room's screen can speak beside another one."""
    return RoomLanguage(code, zone)


def _six(ar: str, en: str, es: str, fr: str, ru: str, zh: str) -> dict[str, str]:
    return {"ar": ar, "en": en, "es": es, "fr": fr, "ru": ru, "zh": zh}


def _four(es: str, fr: str, ru: str, zh: str) -> dict[str, str]:
    return {"es": es, "fr": fr, "ru": ru, "zh": zh}


_MESSAGES = {
    Message.CONCLUDE: _six(
        ar="يرجى الاختتام",
        en="Please conclude",
        es="Sírvase concluir",
        fr="Veuillez conclure",
        ru="Просьба завершить выступление",
        zh="请结束发言",
    ),
    Message.ONE_MINUTE: _six(
        ar="بقيت دقيقة واحدة",
        en="One minute left",
        es="Queda un minuto",
        fr="Il reste une minute",
        ru="Осталась одна минута",
        zh="还剩一分钟",
    ),
    Message.SLOWER: _six(
        ar="يرجى التحدث ببطء من أجل الترجمة الشفوية",
        en="Please speak more slowly for the interpreters",
        es="Sírvase hablar más despacio para los intérpretes",
        fr="Veuillez parler plus lentement pour les interprètes",
        ru="Просьба говорить медленнее для устного перевода",
        zh="请放慢语速，以便口译",
    ),
    Message.MICROPHONE: _six(
        ar="يرجى استخدام الميكروفون",
        en="Please use the microphone",
        es="Sírvase utilizar el micrófono",
        fr="Veuillez utiliser le microphone",
        ru="Просьба говорить в микрофон",
        zh="请使用话筒",
    ),
    Message.TECHNICAL: _six(
        ar="توقف تقني قصير",
        en="Technical pause",
        es="Pausa técnica",
        fr="Pause technique",
        ru="Технический перерыв",
        zh="技术性暂停",
    ),
}

_WORDS = {
    "Ready": _four("Listo", "Prêt", "Готово", "准备"),
    "Running": _four("En curso", "En cours", "Время идет", "计时中"),
    "Warning": _four("Aviso", "Attention", "Внимание", "注意"),
    "Last seconds": _four("Últimos segundos", "Dernières secondes", "Последние секунды", "最后几秒"),
    "Grace": _four("Margen", "Tolérance", "Дополнительное время", "宽限"),
    "Over time": _four("Tiempo agotado", "Temps dépassé", "Время истекло", "超时"),
    "Paused": _four("En pausa", "En pause", "Пауза", "暂停"),
    "panellist": _four("panelista", "intervenant", "участник дискуссионной группы", "专题讨论嘉宾"),
    "from the floor": _four("desde la sala", "de la salle", "из зала", "会场发言"),
    "moderator": _four("moderador", "modérateur", "ведущий", "主持人"),
    "on behalf of: {body}": _four(
        "en nombre de: {body}", "au nom de\u00a0: {body}", "от имени: {body}", "代表{body}"
    ),
    "reply": _four("respuesta", "réponse", "ответ", "答复"),
    "right of reply": _four("derecho de respuesta", "droit de réponse", "право на ответ", "答辩权"),
    "point of order": _four(
        "cuestión de orden", "motion d’ordre", "выступление по порядку ведения", "程序问题"
    ),
    "question": _four("pregunta", "question", "вопрос", "提问"),
    "Next to take the floor": _four(
        "Próximo orador", "Prochain orateur", "Следующий выступающий", "下一位发言者"
    ),
    "Break": _four("Pausa", "Pause", "Перерыв", "休息"),
    "Lunch break": _four("Pausa para el almuerzo", "Pause déjeuner", "Перерыв на обед", "午休"),
    "The panel is closed": _four(
        "La mesa redonda ha concluido", "La table ronde est close", "Дискуссия закрыта", "专题讨论已结束"
    ),
    "Panel {number}": _four(
        "Mesa redonda {number}", "Table ronde {number}", "Дискуссия {number}", "第{number}场专题讨论"
    ),
    "Starting in": _four("Comienza en", "Début dans", "Начало через", "距开始"),
    "Starting at": _four("Comienza a las", "Début à", "Начало в", "开始时间"),
    "We resume at": _four("Se reanuda a las", "Reprise à", "Возобновление в", "复会时间"),
    "The panel ends at": _four(
        "La mesa redonda termina a las", "La table ronde se termine à", "Дискуссия завершается в", "结束时间"
    ),
    "Opening": _four("Apertura", "Ouverture", "Открытие", "开幕"),
    "Presentations": _four("Presentaciones", "Exposés", "Выступления участников", "专题介绍"),
    "Discussion": _four("Debate", "Débat", "Обсуждение", "讨论"),
    "Replies": _four("Respuestas", "Réponses", "Ответы", "答复"),
    "Closing": _four("Clausura", "Clôture", "Закрытие", "闭幕"),
}

_SEVERAL = {
    "on behalf of {n} organizations": _four(
        "en nombre de {n} organizaciones",
        "au nom de {n} organisations",
        "от имени организаций ({n})",
        "代表{n}个组织",
    ),
    "on behalf of: {body} ({n} organizations)": _four(
        "en nombre de: {body} ({n} organizaciones)",
        "au nom de\u00a0: {body} ({n} organisations)",
        "от имени: {body} ({n} орг.)",
        "代表{body}（{n}个组织）",
    ),
}
