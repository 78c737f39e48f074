"""The words by which parts of a concept note are known, in two languages, and facts to hold it against."""

from __future__ import annotations

import re
from datetime import date

HEADINGS: dict[str, tuple[str, ...]] = {
    "aim": ("الهدف", "aim", "objective"),
    "participants": ("المشاركون", "participants"),
    "place": ("المكان", "venue", "place"),
    "date": ("التاريخ", "date", "dates"),
    "background": ("الخلفية", "background"),
    "objectives": ("الأهداف الخاصة", "الأهداف المحددة", "specific objectives", "objectives"),
    "method": ("المنهجية", "الشكل", "المواضيع", "methodology", "format", "themes"),
    "panels": ("حلقات النقاش", "panels", "panel discussions"),
    "outcome": ("النتيجة المتوقعة", "النتائج المتوقعة", "expected outcome", "expected outcomes"),
}
EARLIER = ("ورش العمل السابقة", "previous workshops", "earlier workshops")

CATEGORIES: tuple[tuple[str, str, str, str], ...] = (
    ("UNM", "خبراء من آليات حقوق الإنسان التابعة للأمم المتحدة",
     "Experts of United Nations human rights mechanisms",
     "خبراء من آليات حقوق الإنسان|experts? (?:of|from) (?:the )?united nations"),
    ("REG", "الآليات الإقليمية ودون الإقليمية لحقوق الإنسان",
     "Regional and subregional human rights mechanisms",
     "الآليات الإقليمية ودون الإقليمية|regional and subregional"),
    ("NHRI", "المؤسسات الوطنية لحقوق الإنسان",
     "National human rights institutions",
     "المؤسسات الوطنية لحقوق الإنسان|national human rights institutions"),
    ("CSO", "منظمات المجتمع المدني", "Civil society organizations", "المجتمع المدني|civil society"),
    ("ACA", "الأوساط الأكاديمية", "Academia", "الأكاديمية|academi"),
    ("GOV", "الدول الأعضاء والحكومات", "Member States and governments", "الدول الأعضاء|member states"),
)  # fmt: skip
"""Keys, labels in Arabic and English, and what names the category."""

GROUPS: tuple[tuple[str, str, str, str], ...] = (
    ("AFR", "الأفارقة والأشخاص المنحدرون من أصل أفريقي",
     "Africans and people of African descent",
     "المنحدر[يو]ن من أصل أفريقي|african descent"),
    ("ASI", "الآسيويون والأشخاص المنحدرون من أصل آسيوي",
     "Asians and people of Asian descent",
     "المنحدر[يو]ن من أصل آسيوي|asian descent"),
    ("IND", "الشعوب الأصلية", "Indigenous peoples", "الشعوب الأصلية|indigenous peoples"),
    ("MIG", "المهاجرون", "Migrants", "المهاجر[يو]ن|migrants"),
    ("REF", "اللاجئون", "Refugees", "اللاجئ[يو]ن|refugees"),
    ("MIN", "الأقليات", "Minorities", "الأقليات|minorities"),
    ("ROM", "الروما", "Roma", "الغجر|الروما|roma"),
    ("OTH", "غيرهم من الجماعات المهمشة", "Other marginalized groups",
     "الجماعات المهمشة|marginali[sz]ed groups"),
)  # fmt: skip

ADOPTED: dict[str, date] = {
    "A/HRC/RES/6/20": date(2007, 9, 28),
    "A/HRC/RES/12/15": date(2009, 10, 1),
    "A/HRC/RES/18/14": date(2011, 9, 29),
    "A/HRC/RES/24/19": date(2013, 9, 27),
    "A/HRC/RES/30/3": date(2015, 10, 1),
    "A/HRC/RES/34/17": date(2017, 3, 24),
}
"""The resolutions of this series of workshops, and when they were adopted."""

FOCUS = re.compile(
    "بالتطرق إلى |التركيز عليها |بالتفكير في |على أهمية |ويدعو كذلك إلى |اعتماد(?= سياسات)|"
    "ويدعو إلى |"
    "(?=تدابير للتصدي)|(?=تدابير للعمل)|على (?=توفير)|ب(?=إنشاء )|سيتبادل المشاركون (?:معلومات حول )?|"
    "ويمكن ملاحظة |"
    "will address |will focus on |may include |will exchange |will discuss "
)
"""What comes before an area of focus in a sentence."""
PARTED = re.compile("، (?=و(?!يدعو|خاصة|كذلك))|، (?=بهدف )| (?=وتبادل |وتنفيذ )|; (?:and )?")
"""Where one area of focus ends and the next begins."""
