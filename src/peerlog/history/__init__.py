"""Signed changes, their graph, how fields merge, and the view that they add up to (DESIGN 5).

Pure: no file, no database, no clock, no cipher. Read in this order: `change` (what is signed), `value` (what travels
beside it), `registers` (how an entry's fields become what merges), `ownership`, `heads` and `view` (what a set of
changes adds up to), `difference` and `compose` (the way back: from what somebody wrote to the changes that say it).

Beside it, who may say anything at all: `person`, `statement` (what is signed about that), `roster` and `roster_fold`
(what all statements add up to).
"""
