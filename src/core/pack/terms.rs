//! The names of the keys of a pack's file, for people who change one without reading the file.

use crate::base::words::Phrase;

macro_rules! terms {
    ($($key:literal: $en:literal, $cy:literal;)*) => {
        /// The words for a key; none for one that nobody needs to read.
        pub fn term(key: &str) -> Option<Phrase> {
            match key {
                $($key => Some(Phrase::of($en, $cy)),)*
                _ => None,
            }
        }
    };
}

terms! {
    "about": "What it is for", "I ba ddiben";
    "act": "What to do today", "Beth i'w wneud heddiw";
    "ask": "Question", "Cwestiwn";
    "asked": "What the panel is asked to do", "Beth y gofynnir i'r panel ei wneud";
    "asked_unless": "When it is no longer asked", "Pryd na ofynnir ef mwyach";
    "asked_when": "When it is asked", "Pryd y'i gofynnir";
    "panel_when": "When it stands in Part A", "Pryd y mae yn Rhan A";
    "panel_unless": "When it does not stand in Part A", "Pryd nad yw yn Rhan A";
    "care": "What must not be done with it", "Beth na ddylid ei wneud â hi";
    "cases": "Worked cases", "Achosion enghreifftiol";
    "nations": "By nation", "Fesul gwlad";
    "england": "England", "Lloegr";
    "wales": "Wales", "Cymru";
    "checked": "Last checked", "Gwiriwyd ddiwethaf";
    "choices": "Choices", "Dewisiadau";
    "contact": "Number or address", "Rhif neu gyfeiriad";
    "criteria": "Criteria", "Meini prawf";
    "direction": "Direction", "Cyfeiriad";
    "document": "Documents", "Dogfennau";
    "flags": "What stands beside a result", "Beth sy'n sefyll wrth ymyl canlyniad";
    "for": "Shown with", "Dangosir gyda";
    "graded": "Levels", "Lefelau";
    "handling_part": "Part C", "Rhan C";
    "hint": "Help", "Cymorth";
    "holds": "What is in it", "Beth sydd ynddi";
    "hours": "Hours", "Oriau";
    "if_no": "After \"if it were found that\", for no", "Ar ôl \"pe canfyddid\", ar gyfer na";
    "if_yes": "After \"if it were found that\", for yes", "Ar ôl \"pe canfyddid\", ar gyfer ie";
    "instruments": "Counted instruments", "Offerynnau a gyfrifir";
    "item": "What one entry is", "Beth yw un cofnod";
    "kind": "Kind of answer", "Math o ateb";
    "label": "Short name", "Enw byr";
    "marking": "Protective marking", "Marc diogelu";
    "max": "Most", "Mwyaf";
    "meaning": "What it means", "Beth mae'n ei olygu";
    "min": "Least", "Lleiaf";
    "months_ago": "Months before the screening", "Misoedd cyn y sgrinio";
    "need": "How badly it is needed", "Faint o angen sydd amdano";
    "next_step": "Next step", "Cam nesaf";
    "no": "Said when it is no", "Dywedir pan mai na ydyw";
    "not_after": "Not after", "Nid ar ôl";
    "not_before": "Not before", "Nid cyn";
    "panel": "Name of the panel", "Enw'r panel";
    "panel_part": "Part A", "Rhan A";
    "part": "Which document it goes to", "I ba ddogfen y mae'n mynd";
    "proposed": "Still a proposal, not signed off", "Cynnig o hyd, heb ei gymeradwyo";
    "purpose": "What it is for", "I ba ddiben";
    "readers": "Who it is for", "Ar gyfer pwy y mae";
    "refined": "The finer result", "Y canlyniad manylach";
    "restricted_part": "Part B", "Rhan B";
    "review": "Check again by", "Gwirio eto erbyn";
    "role": "Role", "Rôl";
    "routes": "Where to turn", "Ble i droi";
    "rule": "Rule", "Rheol";
    "sections": "Questions", "Cwestiynau";
    "sentence": "The result in one sentence", "Y canlyniad mewn un frawddeg";
    "source": "Source", "Ffynhonnell";
    "sources": "Sources", "Ffynonellau";
    "entry_page": "The page of an entry that begins here", "Y dudalen o gofnod sy'n dechrau yma";
    "text": "What it says", "Beth mae'n ei ddweud";
    "timeline": "Timeline", "Llinell amser";
    "speed": "Is it asked before a referral is ready?", "A ofynnir ef cyn bod atgyfeiriad yn barod?";
    "title": "Title", "Teitl";
    "undecided": "More information needed", "Angen rhagor o wybodaeth";
    "unknown": "Said while it is not known", "Dywedir tra nad yw'n hysbys";
    "unless": "Unless", "Oni bai";
    "usual": "Usual numbers", "Rhifau arferol";
    "value": "Value", "Gwerth";
    "verdicts": "Results", "Canlyniadau";
    "when": "Condition", "Amod";
    "who": "Who could tell", "Pwy allai ddweud";
    "why": "Why we ask", "Pam rydym yn gofyn";
    "words": "Wording", "Geiriad";
    "written_as": "What the text is", "Beth yw'r testun";
    "yes": "Said when it is yes", "Dywedir pan mai ie ydyw";
}
