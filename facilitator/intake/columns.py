"""Which column of a table holds which field: by its usual names, or as somebody says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.intake.faults import ColumnMissing, UnknownColumn, UnknownField
from facilitator.intake.legend import plain

PEOPLE: Mapping[str, tuple[str, ...]] = {
    "name": (
        "name", "full name", "person name", "participant", "participant name", "speaker",
        "localized name",
        "nom", "nom complet", "nom et prénom", "participant·e", "orateur", "oratrice", "intervenant",
        "nombre", "nombre completo", "nombre y apellidos", "participante", "orador", "oradora",
        "имя", "фио", "фамилия имя отчество", "фамилия и имя", "участник", "оратор", "выступающий",
        "الاسم", "الاسم الكامل", "اسم المشارك", "المشارك", "المتحدث", "المتكلم",
        "姓名", "名字", "与会者", "参加者", "发言人", "发言者",
    ),
    "given_name": (
        "given name", "given names", "first name", "firstname", "forename", "prénom", "prénoms", "nombres",
        "nombre de pila", "личное имя", "имя и отчество", "الاسم الأول", "الاسم الشخصي", "名",
    ),
    "family_name": (
        "family name", "last name", "lastname", "surname", "nom de famille", "patronyme", "apellido",
        "apellidos", "фамилия", "اسم العائلة", "الاسم العائلي", "الشهرة", "姓", "姓氏",
    ),
    "category": (
        "category", "stakeholder category", "stakeholder", "section", "group type", "participant type",
        "group",
        "catégorie", "catégorie de parties prenantes", "groupe",
        "categoría", "categoría de interesados", "grupo",
        "категория", "категория участников", "группа",
        "الفئة", "فئة أصحاب المصلحة", "المجموعة",
        "类别", "利益攸关方类别", "组别",
        "party",
    ),
    "delegation": (
        "delegation", "delegation name", "country", "state", "entity", "body", "institution",
        "délégation", "pays", "état", "entité", "organisme",
        "delegación", "país", "estado", "entidad", "organismo", "institución",
        "делегация", "страна", "государство", "учреждение",
        "الوفد", "البلد", "الدولة", "الجهة", "المؤسسة",
        "代表团", "国家", "单位", "机构",
        "organisation", "organization", "affiliation", "organización", "организация", "المنظمة", "组织",
        "party",
    ),
    "region": (
        "region", "regional group", "région", "groupe régional", "región", "grupo regional",
        "регион", "региональная группа", "المنطقة", "الإقليم", "المجموعة الإقليمية", "区域", "地区", "区域组",
    ),
    "gender": (
        "gender", "sex", "genre", "sexe", "género", "sexo", "пол", "гендер", "الجنس", "النوع الاجتماعي",
        "性别",
        "honorific", "salutation", "form of address", "civilité", "tratamiento", "обращение", "اللقب",
        "称谓",
    ),
    "language": (
        "language", "working language", "langue", "langue de travail", "idioma", "lengua",
        "язык", "рабочий язык", "اللغة", "لغة العمل", "语言", "语文", "工作语言",
    ),
    "registered": (
        "registered", "registration", "registration status", "accredited", "accreditation",
        "inscrit", "inscrite", "inscrits", "inscription", "accréditation",
        "inscrito", "inscrita", "inscritos", "inscripción", "acreditación",
        "зарегистрирован", "зарегистрирована", "зарегистрировано", "регистрация", "аккредитация",
        "مسجل", "المسجلون", "التسجيل", "حالة التسجيل", "الاعتماد", "已登记", "登记", "注册", "登记情况",
    ),
    "number": (
        "short number", "badge number", "badge no", "badge", "name plate number", "plate number",
        "numéro court", "numéro de badge", "n° de badge", "numéro de chevalet",
        "número corto", "número de credencial", "n.º de credencial", "número de acreditación",
        "короткий номер", "номер бейджа", "номер пропуска", "номер таблички",
        "الرقم المختصر", "الرقم القصير", "رقم البطاقة", "رقم الشارة", "رقم بطاقة التعريف",
        "短号", "简短编号", "证件号", "胸卡号", "胸牌号", "席卡号",
    ),
    "pronounced": (
        "pronounced", "pronunciation", "phonetic", "phonetics", "phonetic spelling", "name pronunciation",
        "prononciation", "prononciation du nom", "prononcé",
        "pronunciación", "pronunciación del nombre", "se pronuncia",
        "произношение", "произносится", "как произносится",
        "النطق", "طريقة النطق", "نطق الاسم", "كيفية نطق الاسم", "读音", "发音", "姓名读音",
    ),
}  # fmt: skip
"""The fields of a participant, and the usual names of their columns, the better name first."""

SPEECHES: Mapping[str, tuple[str, ...]] = {
    **PEOPLE,
    "chair": (
        "chair", "moderator", "is chair", "in the chair", "president", "chairperson", "président",
        "présidence", "à la présidence", "modérateur",
        "presidente", "presidencia", "en la presidencia", "moderador", "председатель", "председательствует",
        "модератор", "الرئيس", "الرئاسة", "في الرئاسة", "مدير الجلسة", "主席", "担任主席", "主持人",
    ),
    "date": ("date", "day", "jour", "fecha", "día", "дата", "день", "التاريخ", "اليوم", "日期"),
    "time": (
        "time", "times", "time range", "heure", "temps", "horaire", "hora", "tiempo", "время", "الوقت",
        "الزمن", "التوقيت", "时间",
    ),
    "begin": (
        "begin", "began", "begins", "start", "starts", "start time", "from time", "début", "inicio",
        "comienzo", "начало",
        "البداية", "开始", "开始时间",
    ),
    "end": (
        "end", "ended", "ends", "end time", "stop", "fin", "final", "конец", "окончание", "النهاية",
        "结束", "结束时间",
    ),
    "order": (
        "order", "order in file", "place in list", "place in the list", "ordre", "place dans la liste",
        "orden", "lugar en la lista", "порядок", "место в списке", "الترتيب", "الترتيب في القائمة",
        "顺序", "在名单中的次序", "发言顺序",
    ),
    "words": (
        "words", "word count", "words of the text", "mots", "mots du texte", "palabras",
        "palabras del texto", "слова", "слов в тексте", "الكلمات", "عدد كلمات النص", "字数", "文本字数",
    ),
    "seconds": (
        "seconds", "duration", "duration s", "length s", "secondes", "durée", "segundos", "duración",
        "секунды", "продолжительность", "الثواني", "المدة", "秒", "秒数", "时长",
    ),
}  # fmt: skip
"""The fields of a speech: its speaker's and its own."""

_NAMES_SHOWN, _NAME_SHOWN = 20, 40
Columns = Mapping[str, int]


def find_columns(
    header: Sequence[str], fields: Mapping[str, tuple[str, ...]], mapping: Mapping[str, str], *needed: str
) -> Columns:
    """Return the index of each field's column: as `mapping` says, else by usual name.

    Case, accents, spaces and signs in the names of columns do not matter; a field with the empty name has no
    column. Raises UnknownField, UnknownColumn, or ColumnMissing for a field of `needed`.
    """
    places = _places(header)
    found = {
        name: places[key]
        for name, usual in fields.items()
        for key in reversed([*map(plain, usual)])
        if key in places
    }
    for name, column in mapping.items():
        if name not in fields:
            raise UnknownField(field=name, fields=", ".join(fields))
        if not column:
            found.pop(name, None)
            continue
        parts = [plain(part) for part in (column, *column.split("+"))]
        known = next((places[part] for part in parts if part in places), None)
        if known is None:
            raise UnknownColumn(column=column, columns=_listed(header))
        found[name] = known
    for name in needed:
        if name not in found:
            raise column_missing(name, header)
    return found


def column_missing(field: str, header: Sequence[str]) -> ColumnMissing:
    return ColumnMissing(field=field, columns=_listed(header))


def _listed(header: Sequence[str]) -> str:
    """Return the names of columns in one line, of many only the first."""
    names = [" ".join(name.split())[:_NAME_SHOWN] for name in header if name.strip()]
    return ", ".join(names[:_NAMES_SHOWN] + ["…"] * (len(names) > _NAMES_SHOWN))


def _places(header: Sequence[str]) -> dict[str, int]:
    """Return the index by plain name; of columns with one name the first counts."""
    return {key: i for i, key in reversed([*enumerate(map(plain, header))]) if key}
