"""How much each rule of matching counts. Tuned on one half of the labelled headlines, measured on the other, too.

Each rule is told in ``docs/decisions/matching.md``.
"""

ENOUGH = 0.6
"""The least score of a find."""

NAME = 0.55
"""The library's whole name, in its order. Alone it is not enough: 65 villages are called *Sukamaju*."""

CORE = 0.42
"""What is its own in the name (*Cahaya Ilmu*), with a word for a library near."""

VILLAGE_LIBRARY = 0.35
"""Its village, and a library: there may be another library in the village."""

OWN = 0.1
"""A name of its own, of two words at least, rather than that of a village."""

RARE = 0.15
"""No other village of the country is called so."""

DISTRICT, REGENCY, VILLAGE, PROVINCE = 0.3, 0.3, 0.25, 0.15
"""Where it lies is named, too."""

LOCAL, REGIONAL = 0.2, 0.1
"""The outlet is read in its regency; in its province."""

ELSEWHERE, NEXT_DOOR = -0.6, -0.35
"""Only places elsewhere are named: in other provinces; in its own."""

OTHER_DISTRICT = -0.5
"""It is said to be in a district that is not its own."""

LOCAL_ELSEWHERE = -0.15
"""The outlet is read in another regency or province, and nothing says where this is."""

TOLD, HERE, RECENT = 0.6, 0.35, 0.1
"""A story: the share of its title that is told again; its village or library; printed within two weeks."""

NEAR_HERE = 0.15
"""A story: all that its district, its regency and the outlet may say, where neither village nor library is named."""

LEAST_TOLD = 0.3
"""Less of a title is chance."""

PERSON, ROLE, WITH_LIBRARY = 0.45, 0.3, 0.25
"""A person's whole name beside a word for libraries; their office; one of our libraries is in it, too."""

REGION, REGION_APART, PUBLIC, NOT_PUBLIC = 0.55, 0.5, 0.1, -0.4
"""A region and a library in the title; one of them there; a library for all; one of a school or the nation."""

OTHER_THINGS = 0.35
"""What a score is multiplied by where football, a vacancy or a joke is told."""

RIVAL = 2 / 3
"""Of the stories of one library: less of a title than this share of what is told of the best one is a likeness only."""

BEFORE, AFTER, SOON = 7, 60, 14
"""Days before and after its story on which an item may be its coverage; within how many it is printed soon."""
