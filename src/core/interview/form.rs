//! Everything that was typed, in one place, and the answers it comes to.

use super::entry::{Field, FieldError, FieldInput};
use crate::answers::{Answer, Answers, Claims, Evidence, Record, Value, in_both};
use crate::base::date::Date;
use crate::base::words::{Language, Phrase};
use crate::pack::{FactId, Group, Instrument, Kind, Pack, Question};

/// Everything typed so far. Nothing here is lost by an error: what cannot be read stays as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The day of screening.
    pub screened_on: Date,
    /// In order of the fields. A list that is searched, because a map of its own types costs code; so are the groups.
    entries: Vec<(Field, FieldInput)>,
    /// The keys of the entries of each group that ever had one, in order of the groups.
    groups: Vec<(FactId, Vec<u32>)>,
    next_key: u32,
    /// The entry that was removed last. It is of no answer and no draft, and is put back or forgotten with the form.
    removed: Option<RemovedEntry>,
    /// What another system gave, or was filled in, and the person has not confirmed.
    pub(super) claims: Vec<Claims>,
}

/// An entry that was removed, and where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RemovedEntry {
    group: FactId,
    key: u32,
    /// Its place among the entries of the group, from 0.
    at: usize,
    typed: Vec<(Field, FieldInput)>,
}

/// One entry of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupEntry {
    /// Its key, stable while the form lives.
    pub key: u32,
    /// Its place in the list, from 1.
    pub number: usize,
}

impl Form {
    /// An empty form.
    pub fn new(screened_on: Date) -> Self {
        Self {
            screened_on,
            entries: Vec::new(),
            groups: Vec::new(),
            next_key: 1,
            removed: None,
            claims: Vec::new(),
        }
    }

    /// The form that gives these answers.
    pub fn from_answers(answers: &Answers) -> Self {
        let mut form = Self::new(answers.screened_on);
        for (of, evidence) in &answers.evidence {
            for (fact, answer) in &evidence.to_record() {
                form.put(&Field::evidence(of, fact), FieldInput::from_answer(answer));
            }
        }
        for (fact, answer) in &answers.facts {
            form.put(&Field::of(fact), FieldInput::from_answer(answer));
            let Answer::Known(Value::Group(records)) = answer else {
                continue;
            };
            for record in records {
                let key = form.add_item(fact);
                for (inner, answer) in record {
                    let field = Field { item: Some((fact.clone(), key)), fact: inner.clone() };
                    form.put(&field, FieldInput::from_answer(answer));
                }
            }
        }
        form.claims.clone_from(&answers.claims);
        form
    }

    /// It is this day now. A date typed as "today" stays the day it meant when it was typed.
    pub fn day_is(&mut self, today: Date) {
        for (_, entry) in &mut self.entries {
            entry.day_moves(self.screened_on, today);
        }
        self.screened_on = today;
    }

    /// Whether nothing was typed, or could be put back.
    pub fn is_blank(&self) -> bool {
        self.removed.is_none()
            && self.groups.iter().all(|(_, keys)| keys.is_empty())
            && self.entries.iter().all(|(_, entry)| entry.is_blank())
    }

    /// What a field holds.
    pub fn get(&self, field: &Field) -> FieldInput {
        self.entry(field).cloned().unwrap_or_default()
    }

    /// What gave the answer to a question, in words, while the person has not confirmed it.
    pub fn claimed_by(&self, fact: &str, language: Language) -> Option<&str> {
        self.claims.iter().find(|claims| claims.hold(fact)).map(|claims| claims.from(language))
    }

    /// The person has seen the answers to these questions and leaves them as they are.
    pub fn confirm(&mut self, is_seen: &dyn Fn(&FactId) -> bool) {
        for claims in &mut self.claims {
            claims.facts.retain(|fact| !is_seen(fact));
        }
        self.claims.retain(|claims| !claims.facts.is_empty());
    }

    /// Puts what was typed in a field.
    pub fn put(&mut self, field: &Field, entry: FieldInput) {
        // What is typed anew is the person's own.
        self.confirm(&|fact| *fact == field.fact || fact == field.question());
        let nothing = entry == FieldInput::default();
        match self.place(field) {
            Ok(at) if nothing => {
                self.entries.remove(at);
            }
            Ok(at) => self.entries[at].1 = entry,
            Err(_) if nothing => {}
            Err(at) => self.entries.insert(at, (field.clone(), entry)),
        }
    }

    /// Puts what was typed in the fields of another form.
    pub fn fill(&mut self, other: Self) {
        for (field, entry) in other.entries {
            self.put(&field, entry);
        }
    }

    /// Puts back what was typed in a field, confirmed or not.
    pub(super) fn restore(&mut self, field: &Field, entry: FieldInput) {
        let claims = std::mem::take(&mut self.claims);
        self.put(field, entry);
        self.claims = claims;
    }

    /// The fields whose answer would not be typed as they are, or that have none: with these answers, those of this form.
    pub(super) fn typed_otherwise(&self, answers: &Answers) -> impl Iterator<Item = (&Field, &FieldInput)> {
        let plain = Self::from_answers(answers);
        let in_plain = move |field: &Field| {
            let there = plain.keyed(&self.numbered(field)?)?;
            plain.entry(&there).cloned()
        };
        self.entries
            .iter()
            .filter(move |(field, entry)| in_plain(field).as_ref() != Some(entry))
            .map(|(field, entry)| (field, entry))
    }

    fn entry(&self, field: &Field) -> Option<&FieldInput> {
        self.place(field).ok().map(|at| &self.entries[at].1)
    }

    /// Where a field is among the entries, or where it would be.
    fn place(&self, field: &Field) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| other.cmp(field))
    }

    /// Where a group is among the groups, or where it would be.
    fn group(&self, group: &str) -> Result<usize, usize> {
        self.groups.binary_search_by(|(other, _)| other.as_str().cmp(group))
    }

    /// The entries of a group.
    pub fn items(&self, group: &str) -> impl Iterator<Item = GroupEntry> {
        let keys = self.group(group).map_or(&[] as &[u32], |at| &self.groups[at].1);
        keys.iter().enumerate().map(|(index, key)| GroupEntry { key: *key, number: index + 1 })
    }

    /// The same field with the number of its entry in place of the key. None if it is of an entry that is gone.
    pub fn numbered(&self, field: &Field) -> Option<Field> {
        self.renamed(field, |item, key| item.key == key, |item| u32::try_from(item.number).ok())
    }

    /// The field of an entry whose number stands in place of the key: the opposite of [`Form::numbered`].
    pub fn keyed(&self, field: &Field) -> Option<Field> {
        let is_number = |item: GroupEntry, number| u32::try_from(item.number) == Ok(number);
        self.renamed(field, is_number, |item| Some(item.key))
    }

    fn renamed(
        &self,
        field: &Field,
        is_it: impl Fn(GroupEntry, u32) -> bool,
        name: impl Fn(GroupEntry) -> Option<u32>,
    ) -> Option<Field> {
        let mut field = field.clone();
        if let Some((group, key)) = &mut field.item
            && *key != Field::EVIDENCE
        {
            *key = name(self.items(group.as_str()).find(|item| is_it(*item, *key))?)?;
        }
        Some(field)
    }

    /// The key the next entry of any group will have.
    pub fn next_key(&self) -> u32 {
        self.next_key
    }

    /// Whether a group may have one more entry.
    pub fn has_room(&self, group: &str) -> bool {
        self.items(group).count() < Kind::ENTRIES_MAX
    }

    /// Adds an entry to a group and returns its key. "Not known" no longer stands for the group.
    pub fn add_item(&mut self, group: &FactId) -> u32 {
        let key = self.next_key;
        self.next_key += 1;
        match self.group(group.as_str()) {
            Ok(at) => self.groups[at].1.push(key),
            Err(at) => self.groups.insert(at, (group.clone(), vec![key])),
        }
        self.put(&Field::of(group), FieldInput::default());
        key
    }

    /// Removes an entry of a group and what was typed in it. It can be put back until the next in which something was typed
    /// is removed.
    pub fn remove_item(&mut self, group: &FactId, key: u32) {
        let Some(at) = self.items(group.as_str()).position(|item| item.key == key) else { return };
        let is_of_it =
            |field: &Field| field.item.as_ref().is_some_and(|(of, other)| of == group && *other == key);
        let (typed, kept): (Vec<_>, _) =
            std::mem::take(&mut self.entries).into_iter().partition(|(field, _)| is_of_it(field));
        self.entries = kept;
        if let Ok(place) = self.group(group.as_str()) {
            self.groups[place].1.remove(at);
        }
        // There is nothing to put back of an entry in which nothing was typed, and what was removed before it still can be.
        if !typed.is_empty() {
            self.removed = Some(RemovedEntry { group: group.clone(), key, at, typed });
        }
    }

    /// The number that an entry of a group was removed from and can be put back at.
    pub fn removed_from(&self, group: &str) -> Option<usize> {
        let removed = self.removed.as_ref().filter(|removed| removed.group.as_str() == group)?;
        self.has_room(group).then_some(removed.at + 1)
    }

    /// Puts back the entry that was removed last.
    pub fn put_back(&mut self) {
        let Some(RemovedEntry { group, key, at, typed }) = self.removed.take() else { return };
        if let Ok(place) = self.group(group.as_str()) {
            let keys = &mut self.groups[place].1;
            keys.insert(at.min(keys.len()), key);
        }
        // It has entries again, whatever was ticked meanwhile.
        self.restore(&Field::of(&group), FieldInput::default());
        for (field, entry) in typed {
            self.restore(&field, entry);
        }
    }

    /// Reads one field.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, question: &Question, field: &Field) -> Result<Option<Answer>, FieldError> {
        let read = match &question.kind {
            Kind::Group(group) => Ok(self.read_group(question, group)),
            _ => match self.entry(field) {
                Some(entry) => entry.read(question, self.screened_on),
                None => Ok(None),
            },
        };
        read.map_err(|message| FieldError { field: field.clone(), message })
    }

    /// Reads one field as its page does: what is wrong is said with the bounds that other answers set, such as the
    /// number of items of the form that was picked.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(
        &self,
        pack: &Pack,
        question: &Question,
        field: &Field,
    ) -> Result<Option<Answer>, FieldError> {
        let read = self.read(question, field);
        let Kind::Count(min, max) = question.kind else { return read };
        let counts =
            |instrument: &&Instrument| [&instrument.yes, &instrument.not_known].contains(&&question.id);
        let Some(instrument) = pack.instruments.iter().find(counts).filter(|_| field.item.is_none()) else {
            return read;
        };
        let items = instrument.items(&self.facts(pack, &[&instrument.form]));
        let Some(entry) = self.entry(field).filter(|entry| items < max && !entry.not_known) else {
            return read;
        };
        let bounded = entry.read_as_kind(question, &Kind::Count(min, items), self.screened_on);
        bounded.map_err(|message| FieldError { field: field.clone(), message })
    }

    /// These facts, as far as they can be read.
    fn facts(&self, pack: &Pack, facts: &[&FactId]) -> Record {
        let mut record = Record::new();
        for &fact in facts {
            let read = pack.question(fact.as_str()).map(|question| self.read(question, &Field::of(fact)));
            if let Some(Ok(Some(answer))) = read {
                record.insert(fact.clone(), answer);
            }
        }
        record
    }

    /// The answers of one entry of a group that can be read.
    pub fn item_answers(&self, of: &FactId, group: &Group, key: u32) -> Answers {
        let mut facts = Record::new();
        for inner in &group.questions {
            let field = Field { item: Some((of.clone(), key)), fact: inner.id.clone() };
            if let Ok(Some(answer)) = self.read(inner, &field) {
                facts.insert(inner.id.clone(), answer);
            }
        }
        Answers { facts, ..Answers::none(self.screened_on) }
    }

    fn read_group(&self, question: &Question, group: &Group) -> Option<Answer> {
        let record = |item: GroupEntry| self.item_answers(&question.id, group, item.key).facts;
        let records: Vec<Record> = self.items(question.id.as_str()).map(record).collect();
        match self.entry(&Field::of(&question.id)) {
            Some(entry) if entry.not_known && records.is_empty() => Some(Answer::NotKnown),
            entry if records.is_empty() && entry.is_none_or(FieldInput::is_blank) => None,
            _ => Some(Answer::Known(Value::Group(records))),
        }
    }

    /// The answers that can be read. What is wrong counts as not answered; counts above their form likewise, and a set that has
    /// what it must be apart from.
    pub fn answers(&self, pack: &Pack) -> Answers {
        let mut facts = Record::new();
        let mut evidence = Vec::new();
        for (_, question) in pack.questions() {
            if let Ok(Some(answer)) = self.read(question, &Field::of(&question.id)) {
                facts.insert(question.id.clone(), answer);
            }
            if question.takes_evidence() {
                let record = self.item_answers(&question.id, &pack.evidence, Field::EVIDENCE).facts;
                evidence.extend(Evidence::from_record(&record).map(|said| (question.id.clone(), said)));
            }
        }
        for instrument in &pack.instruments {
            if instrument.overflow(&facts).is_some() {
                facts.remove(&instrument.yes);
                facts.remove(&instrument.not_known);
            }
        }
        for (_, question) in pack.questions() {
            if in_both(question, &facts).is_some() {
                facts.remove(&question.id);
            }
        }
        Answers { screened_on: self.screened_on, facts, evidence, claims: self.claims.clone() }
    }

    /// Everything wrong with what stands beside the answer to a question.
    pub fn evidence_errors(&self, pack: &Pack, question: &Question) -> Vec<FieldError> {
        if !question.takes_evidence() {
            return Vec::new();
        }
        let beside = (question.id.clone(), Field::EVIDENCE);
        let mut wrongs = self.errors(pack, &pack.evidence.questions, Some(&beside));
        for FieldError { message, .. } in &mut wrongs {
            *message = Phrase::of("{0}: {1}", "{2}: {3}").fill(&[
                &question.label.en,
                &message.en,
                &question.label.cy,
                &message.cy,
            ]);
        }
        wrongs
    }

    /// Everything wrong with these questions, outside groups if `item` is none, else in that entry.
    pub fn errors<'a>(
        &self,
        pack: &Pack,
        questions: impl IntoIterator<Item = &'a Question>,
        item: Option<&(FactId, u32)>,
    ) -> Vec<FieldError> {
        let mut wrongs = Vec::new();
        let mut shown = Vec::new();
        for question in questions {
            let field = Field { item: item.cloned(), fact: question.id.clone() };
            wrongs.extend(self.check(pack, question, &field).err());
            shown.push(&question.id);
        }
        if item.is_none() {
            let together = self.above_form(pack).into_iter().chain(self.in_both(pack));
            wrongs.extend(together.filter(|wrong| shown.contains(&&wrong.field.fact)));
        }
        wrongs
    }

    /// Sets that have what they must be apart from.
    fn in_both(&self, pack: &Pack) -> Vec<FieldError> {
        let wrong = |question: &Question| {
            let other = question.apart_from.as_ref()?;
            let facts = self.facts(pack, &[&question.id, other]);
            let choice = in_both(question, &facts)?;
            let message = Phrase::of(
                "\u{201c}{0}\u{201d} is ticked under \u{201c}{1}\u{201d} too; untick it in one of the two",
                "mae \u{201c}{0}\u{201d} wedi'i dicio o dan \u{201c}{1}\u{201d} hefyd; dad-diciwch ef yn un o'r ddau",
            );
            let label = &pack.question(other.as_str())?.label;
            Some(FieldError {
                field: Field::of(&question.id),
                message: message.fill_in(&[&choice.label, label]),
            })
        };
        pack.questions().filter_map(|(_, question)| wrong(question)).collect()
    }

    /// Counts above what their form has.
    fn above_form(&self, pack: &Pack) -> Vec<FieldError> {
        let wrong = |instrument: &Instrument| {
            let read = self.facts(pack, &[&instrument.form, &instrument.yes, &instrument.not_known]);
            let (items, counted) = instrument.overflow(&read)?;
            // A count that is above the form by itself is said to be so where it stands.
            let alone = [&instrument.yes, &instrument.not_known].into_iter().any(|fact| {
                pack.question(fact.as_str())
                    .is_some_and(|question| self.check(pack, question, &Field::of(fact)).is_err())
            });
            if alone {
                return None;
            }
            let message = Phrase::of(
                "{0} items answered yes or not known are more than the {1} on the form; check the counts",
                "mae {0} eitem wedi'u hateb yn gadarnhaol neu â 'ddim yn hysbys' yn fwy na'r {1} ar y ffurflen; gwiriwch y rhifiadau",
            );
            let message = message.fill(&[&counted.to_string(), &items.to_string()]);
            Some(FieldError { field: Field::of(&instrument.yes), message })
        };
        pack.instruments.iter().filter_map(wrong).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::RawValue;
    use super::*;

    /// A count is bounded by its form where that has fewer items than the question takes, and else by the question.
    #[test]
    fn a_count_is_bounded_by_the_nearer_of_its_bounds() {
        let mut pack = Pack::builtin("default").unwrap();
        let pages = pack.sections.iter_mut().flat_map(|section| &mut section.pages);
        for question in pages.flat_map(|page| &mut page.questions) {
            if question.id.as_str() == "dash_yes" {
                question.kind = Kind::Count(0, 25);
            }
        }
        let id = |fact: &str| FactId::parse(fact).unwrap();
        for (picked, typed, most) in [
            ("safelives_24", "24", None),
            ("safelives_24", "25", Some("from 0 to 24")),
            ("police_27", "25", None),
            ("police_27", "26", Some("from 0 to 25")),
        ] {
            let mut form = Form::new(Date::EARLIEST);
            form.put(&Field::of(&id("dash_form")), FieldInput::typed(RawValue::Choice(picked.to_owned())));
            let field = Field::of(&id("dash_yes"));
            form.put(&field, FieldInput::typed(RawValue::Text(typed.to_owned())));
            let wrong = form.check(&pack, pack.question("dash_yes").unwrap(), &field).err();
            assert_eq!(wrong.is_some(), most.is_some(), "{typed} of {picked}: {wrong:?}");
            assert!(wrong.zip(most).is_none_or(|(wrong, most)| wrong.message.en.ends_with(most)));
        }
    }
}
