//! The names that the program itself knows. A pack may name its questions as it likes; these it must name so, or the
//! program does without what hangs on them. [`WELL_KNOWN`] says what that is, and the check of a pack notes it.

use super::question::{Kind, Part, Question};
use crate::base::words::Phrase;

/// What the perpetrator is called: text.
pub const PERPETRATOR_NAME: &str = "perpetrator_name";
/// What else the perpetrator is or was called: text.
pub const PERPETRATOR_OTHER_NAMES: &str = "perpetrator_other_names";
/// When the perpetrator was born: a date.
pub const PERPETRATOR_DATE_OF_BIRTH: &str = "perpetrator_date_of_birth";
/// Who refers: text.
pub const REFERRER_NAME: &str = "referrer_name";
/// In what role they do: text.
pub const REFERRER_ROLE: &str = "referrer_role";
/// For which agency they do: text.
pub const REFERRER_AGENCY: &str = "referrer_agency";
/// By which secure address they are written to: text.
pub const REFERRER_EMAIL: &str = "referrer_email";
/// On which number they are called: text.
pub const REFERRER_PHONE: &str = "referrer_phone";
/// Whether there are children: of any kind. Their ages stand under it.
pub const CHILDREN: &str = "children";
/// When a child was born: a date, in the entries of a group.
pub const CHILD_DATE_OF_BIRTH: &str = "child_date_of_birth";
/// On which number a victim-survivor can be reached safely: of any kind, in the entries of a group.
pub const VICTIM_SAFE_PHONE: &str = "victim_safe_phone";
/// By what else they can be reached safely: of any kind, in the entries of a group.
pub const VICTIM_SAFE_CONTACT: &str = "victim_safe_contact";
/// By which word they know who calls: of any kind, in the entries of a group.
pub const VICTIM_CODE_WORD: &str = "victim_code_word";
/// Who may be spoken to in their place: of any kind, in the entries of a group.
pub const VICTIM_SAFE_PEOPLE: &str = "victim_safe_people";
/// Who may not be spoken to: of any kind, in the entries of a group.
pub const VICTIM_UNSAFE_PEOPLE: &str = "victim_unsafe_people";
/// Why a case is referred against the screening: text.
pub const OVERRIDE_REASONS: &str = "override_reasons";
/// Who must not receive any part: text.
pub const HANDLING_NOT_TO: &str = "handling_not_to";
/// What was taken out of Part A: text of many lines, of Part B.
pub const KEPT_FROM_PANEL: &str = "kept_from_panel";

/// Where the perpetrator is: of any kind.
pub const WHEREABOUTS_STATUS: &str = "whereabouts_status";
/// In which place of custody: of any kind.
pub const CUSTODY_PLACE: &str = "custody_prison";
/// In which area: of any kind.
pub const WHEREABOUTS_AREA: &str = "whereabouts_area";
/// When that was checked: a date.
pub const WHEREABOUTS_CHECKED_ON: &str = "whereabouts_checked_on";
/// How staff meet the perpetrator: of any kind.
pub const SAFETY_LONE_VISIT: &str = "safety_lone_visit";
/// Whether there are weapons: of any kind.
pub const SAFETY_WEAPONS: &str = "safety_weapons";
/// Whether there is a firearm or shotgun certificate: of any kind.
pub const SAFETY_FIREARMS_LICENCE: &str = "safety_firearms_licence";
/// What risk there is to staff: of any kind.
pub const SAFETY_STAFF_RISK: &str = "safety_staff_risk";
/// Whether a victim-survivor has an IDVA or another specialist: of any kind.
pub const IDVA: &str = "idva";
/// Why Drive, and why now: of any kind.
pub const PLAN_WHY_NOW: &str = "plan_why_now";
/// Which urgent steps are taken: of any kind.
pub const PLAN_URGENT: &str = "plan_urgent";
/// What most needs to be disrupted: of any kind.
pub const PLAN_DISRUPT: &str = "plan_disrupt";

/// What a referrer says of themself, and may keep for the next referral.
pub const DETAILS: [&str; 5] =
    [REFERRER_NAME, REFERRER_ROLE, REFERRER_AGENCY, REFERRER_EMAIL, REFERRER_PHONE];

/// Ends the name of the switch that keeps a fact out of every document: `<fact>_withhold`.
pub const WITHHOLD: &str = "_withhold";

/// The outcome while several verdicts are possible; no verdict may have its name.
pub const NEED_INFORMATION: &str = "need_information";
/// What a contact for urgent help is shown with, in place of an outcome.
pub const URGENT: &str = "urgent";

/// A question that the program knows by name.
#[derive(Clone, Copy, Debug)]
pub struct WellKnown {
    /// Its fact.
    pub fact: &'static str,
    /// As what it is looked for.
    pub sought: Sought,
    /// What the program does without where nothing asks it, to follow "so".
    pub loss: Phrase,
}

/// As what a question is looked for. One that is asked otherwise is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// As it may be, outside groups.
    Any,
    /// Text of one line or many, outside groups.
    Text,
    /// A date, outside groups.
    Date,
    /// As it may be, in the entries of a group.
    InEntries,
    /// A date in the entries of a group.
    DateInEntries,
    /// Text of many lines, of Part B, outside groups.
    RestrictedLongText,
}

impl Sought {
    /// Whether a question is asked so.
    pub fn finds(self, question: &Question, in_group: bool) -> bool {
        let kind = match self {
            Self::Any | Self::InEntries => true,
            Self::Text => matches!(question.kind, Kind::Text | Kind::LongText),
            Self::Date | Self::DateInEntries => matches!(question.kind, Kind::Date { .. }),
            Self::RestrictedLongText => {
                matches!(question.kind, Kind::LongText) && question.part == Part::Restricted
            }
        };
        kind && in_group == matches!(self, Self::InEntries | Self::DateInEntries)
    }

    /// What nothing is asked as, to follow "nothing is asked as".
    pub fn words(self) -> Phrase {
        match self {
            Self::Any => Phrase::of("a question outside groups", "cwestiwn y tu allan i grwpiau"),
            Self::Text => Phrase::of("text outside groups", "testun y tu allan i grwpiau"),
            Self::Date => Phrase::of("a date outside groups", "dyddiad y tu allan i grwpiau"),
            Self::InEntries => Phrase::of("a question of a group", "cwestiwn mewn grŵp"),
            Self::DateInEntries => Phrase::of("a date of a group", "dyddiad mewn grŵp"),
            Self::RestrictedLongText => Phrase::of(
                "a `long_text` of the part `restricted`, outside groups",
                "`long_text` o'r rhan `restricted`, y tu allan i grwpiau",
            ),
        }
    }
}

macro_rules! well_known {
    ($($fact:ident $sought:ident: $en:literal, $cy:literal;)*) => {
        [$(WellKnown { fact: $fact, sought: Sought::$sought, loss: Phrase::of($en, $cy) }),*]
    };
}

/// The questions that the program knows by name, and what it does without where a pack does not ask them.
pub const WELL_KNOWN: [WellKnown; 30] = well_known! {
    PERPETRATOR_NAME Text: "page one of Part A does not say who the case is about",
        "nid yw tudalen un Rhan A yn dweud am bwy y mae'r achos";
    PERPETRATOR_OTHER_NAMES Text: "a name that the perpetrator shares with somebody kept from Part A is asked about wherever Part A has it",
        "gofynnir am enw y mae'r cyflawnwr yn ei rannu â rhywun a gedwir rhag Rhan A ble bynnag y mae yn Rhan A";
    PERPETRATOR_DATE_OF_BIRTH Date: "page one of Part A does not say when the perpetrator was born",
        "nid yw tudalen un Rhan A yn dweud pryd y ganwyd y cyflawnwr";
    REFERRER_NAME Text: "page one of Part A does not say who refers",
        "nid yw tudalen un Rhan A yn dweud pwy sy'n atgyfeirio";
    REFERRER_ROLE Text: "page one of Part A does not say in what role somebody refers",
        "nid yw tudalen un Rhan A yn dweud ym mha rôl y mae rhywun yn atgyfeirio";
    REFERRER_AGENCY Text: "page one of Part A does not say which agency refers",
        "nid yw tudalen un Rhan A yn dweud pa asiantaeth sy'n atgyfeirio";
    REFERRER_EMAIL Text: "a referrer cannot keep a secure email address for the next referral",
        "ni all atgyfeiriwr gadw cyfeiriad e-bost diogel ar gyfer yr atgyfeiriad nesaf";
    REFERRER_PHONE Text: "a referrer cannot keep a phone number for the next referral",
        "ni all atgyfeiriwr gadw rhif ffôn ar gyfer yr atgyfeiriad nesaf";
    CHILDREN Any: "the ages of the children stand at the end of Part A",
        "ar ddiwedd Rhan A y mae oedrannau'r plant";
    CHILD_DATE_OF_BIRTH DateInEntries: "Part A does not give the ages of the children",
        "nid yw Rhan A yn rhoi oedrannau'r plant";
    VICTIM_SAFE_PHONE InEntries: "Part B does not put a safe number before all else about a person",
        "nid yw Rhan B yn rhoi rhif diogel o flaen popeth arall am berson";
    VICTIM_SAFE_CONTACT InEntries: "Part B does not put safe ways of contact before all else about a person",
        "nid yw Rhan B yn rhoi ffyrdd diogel o gysylltu o flaen popeth arall am berson";
    VICTIM_CODE_WORD InEntries: "Part B does not put a code word before all else about a person",
        "nid yw Rhan B yn rhoi gair cod o flaen popeth arall am berson";
    VICTIM_SAFE_PEOPLE InEntries: "Part B does not put who may be spoken to before all else about a person",
        "nid yw Rhan B yn rhoi â phwy y gellir siarad o flaen popeth arall am berson";
    VICTIM_UNSAFE_PEOPLE InEntries: "Part B does not put who may not be spoken to before all else about a person",
        "nid yw Rhan B yn rhoi â phwy na ellir siarad o flaen popeth arall am berson";
    OVERRIDE_REASONS Text: "nobody is asked why they refer against the screening, and Part A does not say that they do",
        "ni ofynnir i neb pam y mae'n atgyfeirio yn groes i'r sgrinio, ac nid yw Rhan A yn dweud ei fod";
    HANDLING_NOT_TO Text: "nobody is reminded who must not receive a part before it is made",
        "ni chaiff neb ei atgoffa pwy na chaiff dderbyn rhan cyn iddi gael ei llunio";
    KEPT_FROM_PANEL RestrictedLongText: "what is taken out of Part A cannot be kept in Part B",
        "ni ellir cadw yn Rhan B yr hyn a dynnir o Ran A";
    WHEREABOUTS_STATUS Any: "page one of Part A does not say where the perpetrator is",
        "nid yw tudalen un Rhan A yn dweud ble y mae'r cyflawnwr";
    CUSTODY_PLACE Any: "page one of Part A does not say in which place of custody the perpetrator is",
        "nid yw tudalen un Rhan A yn dweud ym mha garchar neu ddalfa y mae'r cyflawnwr";
    WHEREABOUTS_AREA Any: "page one of Part A does not say in which area the perpetrator is",
        "nid yw tudalen un Rhan A yn dweud ym mha ardal y mae'r cyflawnwr";
    WHEREABOUTS_CHECKED_ON Date: "page one of Part A does not say when it was checked where the perpetrator is",
        "nid yw tudalen un Rhan A yn dweud pryd y gwiriwyd ble y mae'r cyflawnwr";
    SAFETY_LONE_VISIT Any: "page one of Part A does not say how staff should meet the perpetrator",
        "nid yw tudalen un Rhan A yn dweud sut y dylai staff gwrdd â'r cyflawnwr";
    SAFETY_WEAPONS Any: "page one of Part A does not say whether there are weapons",
        "nid yw tudalen un Rhan A yn dweud a oes arfau";
    SAFETY_FIREARMS_LICENCE Any: "page one of Part A does not say whether there is a firearm or shotgun certificate",
        "nid yw tudalen un Rhan A yn dweud a oes tystysgrif arf tanio neu ddryll";
    SAFETY_STAFF_RISK Any: "page one of Part A does not say what risk there is to staff",
        "nid yw tudalen un Rhan A yn dweud pa risg sydd i staff";
    IDVA Any: "page one of Part A does not say whether a victim-survivor has a specialist",
        "nid yw tudalen un Rhan A yn dweud a oes gan ddioddefwr-goroeswr arbenigwr";
    PLAN_WHY_NOW Any: "page one of Part A does not say why Drive, and why now",
        "nid yw tudalen un Rhan A yn dweud pam Drive, a pham nawr";
    PLAN_URGENT Any: "page one of Part A does not say which urgent steps are taken",
        "nid yw tudalen un Rhan A yn dweud pa gamau brys a gymerir";
    PLAN_DISRUPT Any: "page one of Part A does not say what most needs to be disrupted",
        "nid yw tudalen un Rhan A yn dweud ar beth y mae angen tarfu fwyaf";
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::words::Localized;
    use crate::pack::evidence::plain;
    use crate::pack::{FactId, YesNoWords};

    /// Each is found by its kind and its part, and only where it is looked for: outside groups or in their entries.
    #[test]
    fn a_question_is_found_as_what_it_is_asked() {
        use Part::{Panel, Restricted};
        use Sought::{Any, Date, DateInEntries, InEntries, RestrictedLongText, Text};
        let date = || Kind::Date { future: false };
        for (part, kind, outside) in [
            (Panel, Kind::YesNo(YesNoWords::default()), &[Any][..]),
            (Restricted, Kind::YesNo(YesNoWords::default()), &[Any]),
            (Panel, Kind::Text, &[Any, Text]),
            (Restricted, Kind::Text, &[Any, Text]),
            (Panel, Kind::LongText, &[Any, Text]),
            (Restricted, Kind::LongText, &[Any, Text, RestrictedLongText]),
            (Panel, date(), &[Any, Date]),
            (Restricted, date(), &[Any, Date]),
        ] {
            let is_date = matches!(kind, Kind::Date { .. });
            let entries = if is_date { &[InEntries, DateInEntries][..] } else { &[InEntries] };
            let id = FactId::parse("fact").unwrap();
            let question = Question { part, ..plain(id, kind, Localized::default()) };
            for sought in [Any, Text, Date, InEntries, DateInEntries, RestrictedLongText] {
                for (in_group, found) in [(false, outside), (true, entries)] {
                    assert_eq!(
                        sought.finds(&question, in_group),
                        found.contains(&sought),
                        "{sought:?} of {part:?} {:?}, in a group: {in_group}",
                        question.kind
                    );
                }
            }
        }
    }
}
