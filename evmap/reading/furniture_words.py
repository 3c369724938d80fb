"""What page furniture says: the wording of menus, dates, teasers, prompts and forms on English web pages.

Patterns see folded, short pieces of text only (a line or the beginning of a sentence), so none can be slow.
"""

import re
from enum import Enum, auto

from evmap.reading.texts import fold, word_set

_LONGEST_LINE = 300
_LONGEST_SIGN = 70


class Sign(Enum):
    """What a line says about itself and about what follows it."""

    COMMENTS = auto()  # comments and the reply form begin: nothing after it is article
    END = auto()  # the end of the page begins: sources, author, next and previous
    RELATED = auto()  # teasers follow, perhaps in the middle of the article
    LIST = auto()  # a list of keywords or links follows
    LINE = auto()  # this line is furniture by itself
    NONE = auto()  # nothing


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_COMMENTS = _any_of(
    r"(?:leave|post|write|add|submit) (?:a|an|your|us a) (?:reply|comment|response)\b",
    r"(?:add|join) (?:the|your) (?:comment|conversation|discussion)s?$",
    r"(?:\d+|no|one|two|three|reader|all|view|show)? ?(?:comments?|repl(?:y|ies)|responses?)(?: ?\(\d+\))?:?$",
    r"\d+ thoughts? on\b",
    r"your e-?mail address will not be published",
    r"cancel reply",
)
_END = _any_of(
    r"(?:about|meet|written by) (?:the|our) (?:author|writer|editor)s?\b",
    r"author(?:'s)? (?:bio|note|box)\b",
    r"more (?:from|by|stor(?:y|ies)|articles?|posts?|news|reading)\b",
    r"(?:next|previous|older|newer) (?:in|posts?|articles?|stor(?:y|ies)|up|page|read)\b",
    r"(?:prev|next|previous)$",
    r"(?:story |news |original )?sources?:?$",
    r"(?:references?|bibliography|footnotes|further reading|citations?|works cited):?$",
    r"this (?:article|story|post) was (?:created|adapted|generated|produced) from",
    r"(?:about|contact) us$|quick links$|stay connected$|site ?map$|footer$",
    r"(?:©|\(c\)|copyright\b)",
    r"all rights reserved",
)
_RELATED = _any_of(
    r"(?:you|readers) (?:may|might|'ll|could|will) (?:also )?(?:like|enjoy|love|be interested)",
    r"(?:related|similar|recommended|suggested)(?: (?:articles?|posts?|stor(?:y|ies)|reading|reads|content|topics?|"
    r"news|"
    r"links?|for you))?:?$",
    r"(?:most |more )?(?:popular|read|viewed|recent|latest|trending|featured|top)(?: (?:posts?|articles?|stor(?:y|ies)|"
    r"news|now|topics))?:?$",
    r"(?:what to )?(?:read|see|watch|up) (?:next|also|more|on)?:?$",
    r"(?:editors?'?s? picks?|don't miss|from (?:the|our) (?:blog|archives?)|in this section|explore more|"
    r"keep reading)\b",
    r"more (?:in|on|about) ",
)
_LIST = _any_of(
    r"(?:key ?words?|tags?|categor(?:y|ies)|topics?|labels?|filed under|posted in)(?: (?:to remember|used|"
    r"in this article|"
    r"for this post))?:?$",
    r"(?:table of )?contents:?$|(?:in|on) this (?:article|page|post):?$|jump to(?: section)?:?$",
    r"(?:main |site |quick )?(?:menu|navigation)$",
)
_LINE = _any_of(
    # cookies and consent
    r"(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?use cookies|by (?:continuing|clicking|"
    r"using)\b.*cookie",
    r"(?:accept|reject|decline|allow|manage)(?: all)?(?: cookies| preferences| consent)?$|cookie (?:settings|policy|"
    r"notice)",
    # menus
    r"skip to (?:main )?content|toggle (?:navigation|menu)|back to top|scroll (?:to|for|down)\b.{0,20}$|loading\.*$",
    r"advertise?ment$|sponsored(?: content| post)?$|\[?ad\]?$|click here\b|learn more$|show more$|load more$|view all$",
    r"full story$|privacy(?: policy)?$|terms(?: of (?:use|service)| and conditions)?$|disclaimer\b|"
    r"contact(?: us)?$|sitemap$",
    r"home ?[>/|»:›]",
    # more elsewhere
    r"(?:read|see|learn|find out|watch|view|discover) (?:more|also|next|this|on) ?[:>|]",
    r"(?:read|see) (?:more|also|next)\b(?=.{0,100}$)(?!.*\.$)",
    r"(?:continue|keep) reading\b|(?:also|must) read\b ?:?|(?:see|watch|check out) also\b|you (?:may|"
    r"might) also like ?:",
    r"(?:related|recommended|more|next|previous)(?: (?:articles?|posts?|stor(?:y|ies)|reading|topics?))? ?: ?\S",
    # labels
    r"(?:tags?|key ?words?|categor(?:y|ies)|filed under|posted in|tagged(?: with)?|labels?|topics?) ?[:|] ?\S",
    r"(?:sources?|references?|journal references?|doi|citation|story source|materials? provided by|image(?: credits?)?|"
    r"images|photos?(?: credits?| by)?|credits?|featured image|via|h/t) ?: ?\S",
    r"(?:image|photo|picture|photograph|illustration|graphic|artwork|video)s? (?:by|from|courtesy of|credits?) \S"
    r".{0,80}$",
    r"(?:author|written by|posted by|edited by|reviewed by|medically reviewed by|fact.checked by|story by|"
    r"words by) ?:? ?\S"
    r".{0,80}$",
    # forms
    r"your e-?mail address will not|required fields|"
    r"save my name|post comment|submit comment|notify me|name ?\*|e-?mail ?\*|website ?:?$|comment ?\*",
    r"this site uses akismet|(?:enter )?your e-?mail(?: address)?(?: here)?[\s.…*]*$|subscribe(?: now| today)?$|"
    r"submit$",
    r"sign (?:up|in)(?: now| today)?$|log ?(?:in|out)$|no spam\b|unsubscribe\b|newsletter(?: sign.?up)?$|follow$|"
    r"join now$",
)
_PROMPT = _any_of(
    r"have (?:any |some )?(?:questions?|thoughts?|comments?|feedback)\b(?: or|\?|,)",
    r"(?:leave|post|drop|write|add) (?:a|us a|your|me a) (?:comment|reply|line|note|thoughts?)\b",
    r"(?:share|tell us|let us know|let me know|post|put)\b.{0,60}\b(?:comments?\b|below\b)",
    r"(?:let us know|tell us) (?:what you think|your thoughts)|share your (?:thoughts|story|experience|opinion)",
    r"(?:we'd|we would|i'd|i would) love to hear\b|comment below\b|join the (?:conversation|discussion)\b",
    r"if you (?:have |'ve )?(?:found|enjoyed|liked|loved|find|like|enjoy) (?:this|the|our|what you)\b",
    r"(?:feel free to|please|don't forget to|be sure to|make sure to) (?:share|like|subscribe|comment|follow|rate)\b",
    r"share (?:this|the|it)(?: (?:post|article|story|page|blog|on|with|via)\b| ?:|$)",
    r"share (?:on|via) (?:facebook|twitter|x|linkedin|whatsapp|email|e-mail|reddit|pinterest)\b",
    r"click to (?:share|print|e-?mail)\b|(?:like|enjoyed) what you(?:'re| are)? read|"
    r"thanks? (?:you )?(?:so much )?for reading",
    r"(?:follow|like|find|join) us on\b|follow us\b|(?:support|donate to) (?:our|us)\b|donate (?:now|today)\b",
    r"(?:subscribe|sign up)\b.{0,60}\b(?:newsletter|updates?|alerts?|e-?mails?|inbox|digest|channel|podcast|"
    r"mailing list)\b",
    r"(?:get|join|receive)\b.{0,80}\b(?:newsletter|in(?:to)? your inbox|to your inbox|mailing list)\b",
    r"subscribe (?:for|to) (?:unlimited|full|read|our)\b|already a (?:subscriber|member)\?|log in\.?$",
    r"(?:call|e-?mail|text|contact|visit) us\b|(?:book|schedule|request|make) (?:a|an|your) (?:free )?(?:appointment|"
    r"consultation|call|demo|visit)\b",
    r"want (?:more|to (?:read|learn|know) more)\b.{0,60}\?|(?:never|don't) miss (?:a|an|another|out)\b",
    r"(?:read|see) (?:more|also|next) ?:",
    r"(?:the|this) (?:content|information|article|site|website|blog|page|post)\b.{0,80}\b(?:not (?:a substitute|"
    r"intended)|"
    r"informational purposes|educational purposes|medical advice)",
    r"this (?:article|story|post) (?:first |originally )?(?:appears|appeared)\b",
    r"this (?:article|story|post) (?:was|is|has been) (?:originally |first |re)?(?:published|adapted|republished|"
    r"reprinted)",
)
_OPENING = _any_of(
    r"what (?:do you think|are your thoughts|about you|is your)|how about you|did you (?:like|enjoy|find)|agree\b",
    r"(?:do you have |got )?(?:any |a )?(?:questions?|thoughts?|comments?|feedback)\b.{0,40}\?",
)
_LEAD_IN = re.compile(r"(?:and|so|also|plus|p\.?s\.?|finally|lastly),? +")

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = _any_of(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}\b",
    rf"\b{_MONTH} \d{{4}}\b",
    r"\b\d{4}-\d{2}-\d{2}(?:t[\d:.z+]+)?|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    r"\b\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:utc|gmt|est|edt|pst|pdt|et|cet))?",
    r"\b(?:\d{1,3}|an?|one|two) (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago\b",
)
_META = _any_of(
    r"\b(?:estimated )?(?:reading|read) time ?:?",
    r"\b(?:about |~)?\d{1,3}(?: |-)?min(?:ute)?s?\.?(?: read(?:ing)?(?: time)?)?\b",
    r"\b(?:\d[\d.,k]*|no|leave a) (?:comments?|views?|shares?|likes?|words|reads)\b",
)
_DATE_LABEL = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|reviewed|date|on|in|at|by)\b ?:?"
)
_BYLINE = re.compile(
    r"\b[Bb][Yy]:? (?:(?:Dr|Prof)\. )?[^\W\d_a-z][\w.'’-]{0,24}(?: [^\W\d_a-z][\w.'’-]{0,24}){1,3}"
    r"(?:, (?:Ph\.?D|M\.?D|MSc|RN|MPH|BSc|R\.?D)\b\.?){0,3}"
)
_WRITER = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]{0,24} ){2,4}is (?:a|an|the|our)\b.{0,60}\b(?:writer|journalist|editor|reporter|blogger|"
    r"contributor|columnist|author)\b"
)
_WRITTEN_BY = re.compile(r"\bby [^\W\d_]{2,24}(?: [^\W\d_]{2,24}){0,2}\s*$")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?")
_NETWORKS = word_set(
    "facebook twitter x linkedin pinterest whatsapp email e-mail mail print reddit copy link share shares tweet "
    "telegram "
    "instagram youtube bluesky mastodon pocket pin save threads tumblr flipboard rss like bookmark on via this to and"
)
_MENU = word_set(
    "home about us contact blog news search menu login register shop store donate subscribe archive archives faq help "
    "careers press events privacy terms policy rss podcast podcasts videos video newsletter topics categories all more "
    "close account cart support team our services and the"
)
_ALWAYS_MENU = word_set("home search menu login register subscribe close cart account rss")
_ARROWS = "→←»«›‹➔➜⟶⟵▶◀"
_PARTS = re.compile(r" ?[>»›|·•] ?")
_WORDS = re.compile(r"[^\W_][\w'-]*")

_GLUED_AFTER_ANYTHING = (
    r"(?:Share this(?: \w{1,12})?:|Share (?:on|via) (?:Facebook|Twitter|X|LinkedIn|Email)|Read more ?:|Read More ?:|"
    r"Related (?:articles?|Articles?|posts?|Posts?|stories|Stories)|(?:Next|Previous) in [A-Z]|(?:Next|"
    r"Previous) (?:Post|Article|"
    r"Story)|Leave a (?:Reply|Comment|reply|comment)|You (?:may|might|May|Might) (?:also|Also) (?:like|Like)|"
    r"More from [A-Z]|Click to share|Subscribe to (?:our|the)|Sign up for (?:our|the)|Follow us on|Filed (?:under|"
    r"Under)|"
    r"Posted in:?|About the (?:a|A)uthor|Advertisement)"
)
_GLUED_AFTER_A_STOP = (
    r"(?:Tags?:|Keywords?(?: to remember)?:|Categor(?:y|ies):|Sources?(?::|$)|References(?::|$)|Related:|"
    r"Share(?::|$| ?Tweet)|Tweet\b|"
    r"Facebook\b|Comments?(?::|$)|Print$|Email$|Image:|Photo:|Credit:)"
)
_STOPPED = "[.!?…\"'”’)\\]]"
_GLUED = re.compile(
    rf"(?<=[^\s(\[{{\"'“‘—–-]){_GLUED_AFTER_ANYTHING}|(?<={_STOPPED}){_GLUED_AFTER_A_STOP}"
    rf"|(?<={_STOPPED} )(?:Share this(?: \w{{1,12}})?:|Tags?:|Filed under:?|Posted in:|Related:|Share on Facebook|"
    r"(?:Next|Previous) in [A-Z][^.!?]{0,60}$)"
)
_GLUED_BEFORE = re.compile(r"(?:Advertisement|ADVERTISEMENT|Skip to content|Skip to main content)(?=[A-Z][a-z])")


def sign_of(line: str) -> Sign:
    """What a line that stands by itself says it is."""
    if len(line) > _LONGEST_LINE:
        return Sign.NONE
    folded = fold(line).strip(" -|_*#:•") if line else ""
    if not folded:
        return Sign.NONE
    if len(folded) <= _LONGEST_SIGN:
        ends_sentence = line.rstrip().endswith((".", "!"))
        for sign, pattern in (
            (Sign.COMMENTS, _COMMENTS),
            (Sign.END, _END),
            (Sign.RELATED, _RELATED),
            (Sign.LIST, _LIST),
        ):
            if pattern.match(folded) and not (ends_sentence and sign is not Sign.END):
                return sign
    if _LINE.match(folded) or _is_bar(line, folded) or is_meta(line) or _WRITER.match(line):
        return Sign.LINE
    return Sign.NONE


def is_prompt(sentence: str) -> bool:
    """Whether a sentence asks the reader to comment, share, follow or subscribe, or points to another page."""
    folded = fold(sentence[:_LONGEST_LINE])
    lead_in = _LEAD_IN.match(folded)
    return bool(_PROMPT.match(folded, lead_in.end() if lead_in else 0))


def opens_prompt(sentence: str) -> bool:
    """Whether a sentence is a question that belongs to the prompt behind it, if there is one."""
    return len(sentence) <= _LONGEST_LINE and bool(_OPENING.match(fold(sentence)))


def is_meta(line: str) -> bool:
    """Whether a line holds nothing but dates, reading times, counts and who wrote it."""
    if len(line) > 140:
        return False
    rest, bylines = _BYLINE.subn(" ", line)
    rest, dates = _DATE.subn(" ", _WEEKDAY.sub(" ", fold(rest)))
    rest, facts = _META.subn(" ", rest)
    if dates:
        rest = _WRITTEN_BY.sub(" ", rest)
    return bylines + dates + facts > 0 and not any(char.isalnum() for char in _DATE_LABEL.sub(" ", rest))


def is_menu_item(line: str) -> bool:
    """Whether a line is so short that, among others like it, it is the entry of a menu."""
    return len(line) <= 32 and len(line.split()) <= 3 and line[-1:] not in ".!?:;,…"


def glued(line: str) -> tuple[int, int]:
    """Where the article begins and ends in a line that furniture was run together with."""
    before = _GLUED_BEFORE.match(line)
    after = _GLUED.search(line)
    return before.end() if before else 0, after.start() if after else len(line)


def _is_bar(line: str, folded: str) -> bool:
    """Whether a line is a row of links: a breadcrumb trail, a share bar, a menu, tags with #, or a teaser's arrow."""
    if len(line) <= 200 and (line[0] in _ARROWS or line[-1] in _ARROWS):
        return True
    if folded[-1] in ".!?":
        return False
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) >= 3 and all(len(part) <= 60 for part in parts):
        return True
    words = _WORDS.findall(folded)
    if words and all(word in _NETWORKS for word in words):
        return True
    if words and all(word in _MENU for word in words) and (len(words) > 1 or words[0] in _ALWAYS_MENU):
        return True
    tokens = line.split()
    return all(token.startswith("#") and len(token) > 1 for token in tokens)
