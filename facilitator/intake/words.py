"""What the words in a list mean: nothing at all, a gender, a language, a region, yes."""

from __future__ import annotations

import re
import unicodedata

_NOTHINGS = (
    "|NA|N/A|n/a|N.A.|n.a.|#N/A|NULL|null|None|none|NaN|nan|-|--|–|—|S/O|s/o|n.d.|Н/Д|н/д|нет данных|"
    "غير متوفر|لا يوجد|لا ينطبق|غير معروف|غير محدد|无|不详|不适用|暂无"
)
_FORMULA = frozenset("=+-@＝＋－＠")
_EXCELLENCY = re.compile(r"\b[hs]\.?\s?e\.?(?=\s|$)")  # its letters are no genders
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")

_MALE = (
    "m male man mr monsieur mister sir lord h homme masculin masculino hombre sr señor don "
    "м муж мужской мужчина г-н господин ذكر رجل السيد سيد 男 男性 先生"
)
_FEMALE = (
    "f female woman ms mrs miss madam mme mlle madame femme féminin femenino mujer sra srta señora señorita "
    "lady dame doctora profesora embajadora ministra docteure professeure ambassadrice "
    "السفيرة الوزيرة الدكتورة الأستاذة الأميرة "
    "doña ж жен женский женщина г-жа госпожа أنثى امرأة السيدة سيدة الآنسة آنسة 女 女性 女士 小姐"
)
_AGREED = "1 true yes y x ✓ oui si sí да نعم 是"
_CHAIR = (
    "chair chairperson moderator president président présidente presidente presidenta председатель "
    "الرئيس الرئيسة 主席"
)
_REGISTERED = (
    "registered accredited confirmed inscrit inscrite accrédité accréditée confirmé confirmée "
    "inscrito inscrita acreditado acreditada confirmado confirmada зарегистрирован "
    "зарегистрирована аккредитован подтвержден "
    "مسجل مسجلة معتمد معتمدة مؤكد 已登记 已注册 已确认"
)
_NOT_REGISTERED = (
    "0 false no n ✗ ✘ not pending invited unconfirmed non invité invitée pendiente invitado invitada "
    "нет не ожидается приглашен приглашена لا غير ليس مدعو مدعوة 否 未登记 未注册 受邀 待确认"
)
_LANGUAGES = {
    "ar": "ar ara arabic arabe árabe арабский العربية عربي 阿拉伯语 阿拉伯文",
    "zh": "zh zho chi chinese chinois chino китайский الصينية صيني 中文 汉语",
    "en": "en eng english anglais inglés английский الإنكليزية الإنجليزية إنكليزي إنجليزي 英语 英文",
    "fr": "fr fra fre french français francés французский الفرنسية فرنسي 法语 法文",
    "ru": "ru rus russian russe ruso русский الروسية روسي 俄语 俄文",
    "es": "es spa spanish espagnol español испанский الإسبانية إسباني 西班牙语 西班牙文",
}
_REGIONS = {
    "africa": (
        "africa", "african group", "african states", "afrique", "áfrica", "африка", "أفريقيا", "非洲",
    ),
    "asia_pacific": (
        "asia", "asia pacific", "asia-pacific", "asia and the pacific", "asia-pacific group",
        "asia-pacific states",
        "asie-pacifique", "asia y el pacífico", "азия", "азиатско-тихоокеанский регион",
        "آسيا والمحيط الهادئ", "亚太",
    ),
    "eastern_europe": (
        "eastern europe", "eastern european group", "eastern european states", "eeg", "europe orientale",
        "europa oriental", "восточная европа", "أوروبا الشرقية", "东欧",
    ),
    "latin_america_caribbean": (
        "grulac", "latin america", "latin america and the caribbean",
        "latin american and caribbean states",
        "amérique latine et caraïbes", "américa latina y el caribe",
        "латинская америка и карибский бассейн", "أمريكا اللاتينية ومنطقة البحر الكاريبي", "拉丁美洲和加勒比",
    ),
    "western_europe_others": (
        "weog", "western europe and others", "western european and others group",
        "western european and other states",
        "europe occidentale et autres", "europa occidental y otros",
        "западная европа и другие", "أوروبا الغربية ودول أخرى", "西欧和其他",
    ),
}  # fmt: skip


_LONGEST_NUMBER = 12


def clean(cell: str) -> str:
    """Return a cell on one line, without blanks around it; what stands for nothing is empty.

    An apostrophe that keeps a program for tables from taking the text for a formula is none of its letters.
    """
    text = (cell if cell.isprintable() else _CONTROL.sub(" ", cell)).strip("\ufeff \u00a0\u3000")
    if text.startswith("'") and text[1:2] in _FORMULA:
        text = text[1:]
    return "" if text in _NOTHING else text


def gender(cell: str) -> str:
    """Return "male" or "female" as a gender or a form of address says, in six languages; else ""."""
    words = {word.strip(",’'()") for word in _EXCELLENCY.sub(" ", _plain(cell)).replace(".", " ").split()}
    said = {value for value, known in (("male", _MALE_WORDS), ("female", _FEMALE_WORDS)) if words & known}
    return said.pop() if len(said) == 1 else ""


def number(cell: str) -> str:
    """Return a whole number in plain digits, in whatever digits it is written; else the text as it stands."""
    bare = cell.removesuffix(".0")  # as some workbooks keep it
    return str(int(bare)) if bare.isdecimal() and len(bare) <= _LONGEST_NUMBER else cell


def language(cell: str) -> str:
    """Return the code of one of the six languages, else the text as it stands."""
    return _LANGUAGE_OF.get(_plain(cell), cell)


def region(cell: str) -> str:
    """Return the key of one of the five regional groups, else the text as it stands."""
    return _REGION_OF.get(_plain(cell), cell)


def yes(cell: str) -> bool:
    """Return whether the cell of a flag says yes."""
    return _plain(cell) in _YES_WORDS


def registered(cell: str) -> str:
    """Return "yes" or "no" as a word of a registration says, in six languages; else ""."""
    said = _plain(cell).replace("-", " ").split()
    if _NOT_REGISTERED_WORDS.intersection(said):
        return "no"
    return "yes" if _REGISTERED_WORDS.intersection(said) else ""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


_NOTHING = frozenset(_NOTHINGS.split("|"))
_MALE_WORDS = frozenset(_plain(_MALE).split())
_FEMALE_WORDS = frozenset(_plain(_FEMALE).split())
_YES_WORDS = frozenset(_plain(f"{_AGREED} {_CHAIR}").split())
_REGISTERED_WORDS = frozenset(_plain(f"{_AGREED} {_REGISTERED}").split())
_NOT_REGISTERED_WORDS = frozenset(_plain(_NOT_REGISTERED).split())
_LANGUAGE_OF = {word: code for code, words in _LANGUAGES.items() for word in _plain(words).split()}
_REGION_OF = {_plain(word): key for key, words in _REGIONS.items() for word in (key, *words)}
