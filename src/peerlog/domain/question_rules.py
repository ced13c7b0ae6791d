"""The words by which question help knows a question; docs/models.md explains the rules with examples."""

from __future__ import annotations

import re

_AUX = "is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must"
_AUX_NOT = (
    "isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|won't|wouldn't|can't|couldn't|shouldn't"
)
_ASKING = "what|how|why|when|where|who|whom|whose|which"
_PRONOUN = "i|you|he|she|it|we|they|there|this|that"
_FILLERS = "(?:just |simply |at least |first |rather |perhaps |maybe |also |instead |always )"
_TURNS = "ask|talk|speak|tell|call|phone|e-?mail|write|send|try|suggest|offer|delegate"


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# -----
# What stands before a question without being part of it.
LEAD_IN = _rule(
    r"^[¿\"'“‘(\s]*(?:(?:so|and|but|or|okay|ok|well|hmm|hm|oh|ah|now|then|right|yes|yeah|no|just|also|actually"
    r"|honestly|tell me|i see|i wonder|i was wondering|out of curiosity|if i may ask|may i ask|can i ask|could i ask"
    r")(?![\w'])[ ,:;–-]*)*"
)
VOCATIVE = re.compile(r"^[A-Z][\w'-]+, ")
BEFORE = _rule(
    r"^(?:when|whenever|if|after|before|once|since|while|until|because|given|as|in|at|on|of|from|with|looking|thinking"
    rf"|apart|besides|during|for|now that)\b[^,?]*, |^(?:should|had|were) [^,?]*, (?=(?:{_ASKING})\b)"
)

# -----
ADVICE = [
    _rule(r"^have you (?:ever |already |also |not |even )*(?:tried|considered|thought (?:of|about)|looked into)\b"),
    _rule(r"^did you (?:ever |already |also |not |even )*(?:try|consider|think (?:of|about)|look into)\b"),
    # “Why don't you trust him?” asks for a reason; “why don't you ask him?” does not.
    _rule(
        rf"^why (?:don't|do not) (?:you|we) {_FILLERS}*(?!trust|like|want|know|feel|believe|think|agree|enjoy"
        r"|understand|mind|see|need|care|have|get|find|love|hear|remember|expect|dare|say so|sleep|work|just|simply|at"
        r"|first|rather|perhaps|maybe|also|instead|always)[a-z]+"
    ),
    _rule(r"^why didn't (?:you|we) (?:just|simply|first)\b"),
    _rule(
        r"^why not (?!now|then|yet|before|here|there|today|tomorrow|you|me|him|her|them|us|this|that|both|more|less"
        r"|earlier|sooner|later|every|all|in|at|on|by|with|for|from|only|always|until)[a-z]+"
    ),
    _rule(
        r"^what if (?:you|we) (?:just|simply|tried|asked|told (?!yourself)|talked to|spoke to|called|e-?mailed"
        r"|wrote to|sent|delegated|offered|suggested)\b"
    ),
    _rule(
        rf"^(?:how|what) about {_FILLERS}*(?:asking|talking|telling|trying|writing|calling|sending|using|starting"
        r"|stopping|moving|taking|giving|making|getting|going|doing|letting|saying|speaking|offering|delegating|hiring"
        r"|leaving|sharing|putting|setting|looking|waiting)\b"
    ),
    _rule(r"^how about (?:you|we|i) [a-z]+"),
    _rule(rf"^(?:should|shouldn't) (?:you|we)\b(?!.*, (?:{_ASKING})\b)"),
    _rule(r"^(?:couldn't|can't) (?:you|we)\b"),
    _rule(r"^(?:could|can) (?:you|we) (?:not |just |simply |perhaps |maybe |instead |always )"),
    _rule(rf"^(?:could|can) you (?:{_TURNS})\b(?! (?:me|us|about|more|up|again)\b)"),
    _rule(
        r"^(?:would|wouldn't|might|could) it (?:not |perhaps |maybe )*(?:help|make sense|pay|do any harm"
        r"|be (?:better|best|easier|worth|wise|wiser|good|helpful|useful|an idea|a good idea|possible))\b"
    ),
    _rule(
        r"^isn't it (?:time|worth|better|best|wiser)\b|^is it (?:not )?(?:time (?:you|we|to|for)|better to|best to)\b"
    ),
    _rule(
        r"^(?:don't|do) you (?:not )?(?:think|feel|believe|suppose) (?:that )?(?:you|we)"
        r"(?: should| ought| must|'d better| had better| need to| could just| could always)\b"
    ),
    _rule(
        rf"^(?:maybe |perhaps |surely |i think |i feel |i'd say )*(?:you|we) {_FILLERS}*"
        r"(?:should (?!have)|ought to|had better|could always|could just|might want to|might try)"
    ),
    _rule(r"^(?:maybe |perhaps |surely |i think )*you'd better\b"),
    _rule(r"\bif i were you,? i\b|\bi(?:'d| would)\b.* if i were you\b"),
    _rule(r"\bin your (?:place|shoes|position),? (?:i'd|i would)\b"),
    _rule(r"^what (?:stops|keeps|prevents) you from (?:just|simply)\b"),
]

LEADING = [
    _rule(rf"[,–-] ?(?:{_AUX}|{_AUX_NOT}) (?:{_PRONOUN})(?: not)?\?+$"),
    _rule(rf"[,–-] ?(?:{_AUX_NOT}) you (?:say|agree|think|find|feel)\?+$"),
    _rule(r"[,–-] ?(?:right|correct|yes|no|yeah|true|okay|ok|surely|huh|eh)\?+$"),
    _rule(rf"^(?:{_AUX_NOT}) "),
    _rule(rf"^(?:{_AUX}) (?:{_PRONOUN}) not "),
    _rule(r"^(?:do|would|can|could|will) you (?:also )?(?:agree that|admit|concede|accept that|see that|reali[sz]e)\b"),
    _rule(r"^are you aware that\b|^(?:did|do) you know that\b"),
    _rule(r"^(?:surely|obviously|clearly|of course)\b"),
    _rule(r"\b(?:would|is) it (?:be )?fair to say\b"),
]

# -----
DIRECT = _rule(rf"^(?:{_AUX}|{_AUX_NOT})\b|^(?:{_ASKING})(?: [a-z]+){{0,2}} (?:{_AUX}|{_AUX_NOT})\b")
ASKS = _rule(rf"^(?:{_AUX}|{_AUX_NOT}|{_ASKING})\b.* ")
# Without a question word before it, “and do it” or “and had it” asks nothing; “and do you” does.
_INVERTED = (
    "(?:do|have|are|were) (?:you|we|they|i|there|the others)|(?:does|has|is|was) (?:he|she|it|there|this|that)"
    "|did (?:you|he|she|we|they|i)|(?:had|will|would|can|could|should) (?:you|he|she|we|they|i|there)"
)
_SECOND = (
    rf"(?:(?:{_ASKING})(?: [a-z]+){{0,2}} )?(?:{_INVERTED})\b"
    rf"|(?:{_ASKING})(?: [a-z]+)? (?:{_AUX}) (?:{_PRONOUN}|the|your|my|his|her|our|their)\b"
)
SECOND_AFTER_COMMA = _rule(rf"[,;–] ?(?!do you (?:think|suppose|feel|believe|say)\?)(?:{_SECOND})")
SECOND_AFTER_AND = _rule(rf"\b(?:and|but|or)(?: then| also| so)? (?:{_SECOND})")
TWO_ANSWERS = _rule(r"\bor\b(?! (?:so|not|less|more|what|anything|something|anyone|anybody|somebody|else)\b)")

# -----
REQUEST = _rule(
    r"^(?:can|could|would|will) you (?:please |maybe |perhaps |also )?(?:tell (?:me|us|more|a|about)|say|describe"
    r"|explain|share|give|walk|show|help|name|think|imagine|picture|remember|recall|talk|take|paint|sketch|expand|elaborate|put|go|point|like|care"
    r"|repeat|spell|draw|list|read|play|speak|bring|begin|start|let|sum|summari[sz]e|compare)\b"
)
COURTESY = _rule(
    r"^(?:are|is|was) (?:you|everybody|everyone|he|she|that|this|it|all) (?:all right|alright|okay|ok|well|safe|ready"
    r"|comfortable)\b(?! (?:with|to|about))|^(?:shall|may|might|can|could) (?:i|we)\b"
    r"|^do you want to (?:say|tell|talk|begin|start|go)\b|^(?:have you got|do you have) (?:a minute|time|a moment)\b"
)
CLOSED = _rule(rf"^(?P<aux>{_AUX}) (?P<subject>[^ ?]+)")
NAMED = _words("has did does would could should might")
"""Words before a name that make a question in English and nothing in the languages near it."""
PRONOUNS = frozenset(_PRONOUN.split("|"))
SUBJECTS = PRONOUNS | _words(
    "these those the a an your my his her its our their any anyone anybody anything some someone somebody something"
    " every everyone everybody everything nobody nothing one all both each other others people most many either"
)
ENGLISH = _words("the your you my this that these those to for with about they there and them us what how it she")
"""Words that hardly any other language has."""
