//! A sentence with its children listed once, and the grammar that rules take for granted: who is the
//! subject of a participle, of a controlled infinitive, of a conjunct; what a passive verb is done to.

use ascribe_model::{Sentence, Token, Upos};

/// How many steps control and coordination are followed; deeper chains are parse errors.
const DEPTH: usize = 8;

/// Verbs of which the object, not the subject, does what the infinitive says ("ordered troops to fire").
const OBJECT_CONTROL: [&str; 24] = [
    "order", "force", "allow", "urge", "tell", "ask", "command", "compel", "instruct", "permit", "enable",
    "send", "help", "cause", "lead", "push", "prompt", "leave", "make", "let", "see", "accuse", "call",
    "deploy",
];

/// Verbs that say of their object that it did something.
const ACCUSING: [&str; 6] = ["accuse", "suspect", "convict", "acquit", "blame", "charge"];

/// Verbs whose subject stops, finds out or tells of an attempt that is their object.
const STOPPING: [&str; 19] = [
    "foil",
    "thwart",
    "prevent",
    "avert",
    "abort",
    "frustrate",
    "disrupt",
    "stop",
    "block",
    "halt",
    "uncover",
    "discover",
    "expose",
    "unmask",
    "report",
    "condemn",
    "denounce",
    "investigate",
    "repel",
];

/// Nouns of quantity and kind that stand before the noun that is meant ("dozens of soldiers").
const QUANTITIES: [&str; 35] = [
    "dozen", "hundred", "thousand", "score", "number", "handful", "couple", "majority", "total", "group",
    "band", "gang", "bunch", "million", "plenty", "lot", "trio", "pair", "wave", "series", "string", "spate",
    "most", "some", "many", "several", "one", "all", "both", "each", "none", "two", "few", "any", "more",
];

/// A sentence prepared for walking.
pub struct Tree<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    children: Vec<Vec<usize>>,
    lemmas: Vec<String>,
    words: Vec<String>,
    /// Subjects that the parser took for passive ones.
    active: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Lists the children and lower-cases the lemmas.
    pub fn new(sentence: &'a Sentence) -> Self {
        let mut children = vec![Vec::new(); sentence.tokens.len()];
        for (i, token) in sentence.tokens.iter().enumerate() {
            if let Some(list) = token.head.filter(|&h| h != i).and_then(|h| children.get_mut(h)) {
                list.push(i);
            }
        }
        let lower = |f: fn(&Token) -> &str| sentence.tokens.iter().map(|t| f(t).to_lowercase()).collect();
        let active = active_subjects(sentence, &children);
        Self { sentence, children, lemmas: lower(|t| &t.lemma), words: lower(|t| &t.text), active }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// True for a sentence without tokens.
    pub fn is_empty(&self) -> bool {
        self.sentence.tokens.is_empty()
    }

    /// Children in text order.
    pub fn children(&self, token: usize) -> &[usize] {
        self.children.get(token).map_or(&[], Vec::as_slice)
    }

    /// The lower-case lemma; empty out of range.
    pub fn lemma(&self, token: usize) -> &str {
        self.lemmas.get(token).map_or("", String::as_str)
    }

    /// The lower-case word; empty out of range.
    pub fn word(&self, token: usize) -> &str {
        self.words.get(token).map_or("", String::as_str)
    }

    /// The relation to the governor; empty out of range.
    pub fn relation(&self, token: usize) -> &str {
        if self.active.contains(&token) {
            return "nsubj";
        }
        self.sentence.tokens.get(token).map_or("", |t| t.deprel.as_str())
    }

    /// The relation without its subtype.
    pub fn base(&self, token: usize) -> &str {
        self.relation(token).split(':').next().unwrap_or("")
    }

    /// The governor.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.sentence.tokens.get(token)?.head.filter(|&h| h != token && h < self.len())
    }

    /// The part of speech.
    pub fn upos(&self, token: usize) -> Upos {
        self.sentence.tokens.get(token).map_or(Upos::X, |t| t.upos)
    }

    /// True where the features hold this one (`Tense=Past`).
    pub fn has_feature(&self, token: usize, feature: &str) -> bool {
        self.sentence.tokens.get(token).is_some_and(|t| t.feats.split('|').any(|f| f == feature))
    }

    /// The first child with that relation, subtype and all.
    pub fn child(&self, token: usize, relation: &str) -> Option<usize> {
        self.children(token).iter().copied().find(|&c| self.relation(c) == relation)
    }

    /// Prepositions or subordinators of a dependent, as words.
    pub fn is_marked(&self, token: usize, word: &str) -> bool {
        self.children(token).iter().any(|&c| matches!(self.base(c), "case" | "mark") && self.word(c) == word)
    }

    /// True for a verb in the passive: an auxiliary, a passive subject, or a bare past participle.
    pub fn is_passive(&self, verb: usize) -> bool {
        if self.child(verb, "aux:pass").is_some() || self.child(verb, "nsubj:pass").is_some() {
            return true;
        }
        if self.child(verb, "obl:agent").is_some()
            || self.is_verbal(verb) && self.object_left_so(verb).is_some()
        {
            return true;
        }
        let participle = self.has_feature(verb, "Voice=Pass")
            || (self.has_feature(verb, "VerbForm=Part") && self.has_feature(verb, "Tense=Past"))
            || self.is_bare_participle(verb);
        let has_subject = self.child(verb, "nsubj").is_some();
        let helped = self.children(verb).iter().any(|&c| self.relation(c) == "aux");
        if participle && !has_subject && !helped && self.child(verb, "obj").is_none() {
            return match self.base(verb) {
                "conj" => self.head(verb).is_none_or(|h| self.is_passive(h) || !self.is_verbal(h)),
                _ => true,
            };
        }
        false
    }

    /// "Counted nine rebels killed": behind a noun, whatever form the tagger sees.
    fn is_bare_participle(&self, verb: usize) -> bool {
        let past = ["ed", "shot", "slain", "hurt"].iter().any(|end| self.word(verb).ends_with(end));
        self.relation(verb) == "acl" && past && !self.is_marked(verb, "to")
    }

    /// True for verbs and for words that a verb's children show to be used as one.
    pub fn is_verbal(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Verb | Upos::Aux)
    }

    /// The subject as the words have it, shared ones included: a passive verb's is what it is done to.
    pub fn surface_subject(&self, verb: usize) -> Option<usize> {
        self.surface(verb, DEPTH)
    }

    fn surface(&self, verb: usize, depth: usize) -> Option<usize> {
        let own = self
            .children(verb)
            .iter()
            .copied()
            .find(|&c| matches!(self.relation(c), "nsubj" | "nsubj:pass" | "nsubj:outer"));
        if let Some(subject) = own {
            return Some(self.antecedent(subject));
        }
        let head = self.head(verb).filter(|_| depth > 0)?;
        match self.relation(verb) {
            "acl:relcl" => Some(head),
            relation => match relation.split(':').next().unwrap_or("") {
                "conj"
                    if self.is_verbal(head)
                        || self.upos(head) == Upos::Adj
                        || self.child(head, "nsubj").is_some() =>
                {
                    self.surface(head, depth - 1)
                }
                "advcl" | "xcomp" if self.is_of_stopped_attempt(head) => self.doer_of_attempt(head),
                "xcomp" => self.object_left_so(verb).or_else(|| self.controller(head, depth)),
                "ccomp" if self.object_left_so(verb).is_some() => self.object_left_so(verb),
                "ccomp" if self.is_infinite(verb) => self.controller(head, depth),
                "advcl" if self.tells_of_object(verb, head).is_some() => self.tells_of_object(verb, head),
                // "accused troops of shelling", "kept aid from reaching": whom the governing verb acts on.
                "advcl" if self.acts_on_doer(verb, head) => self.logical_object(head),
                // "a man suspected of planning an attack": the man.
                "advcl" if self.relation(head) == "acl" && ACCUSING.contains(&self.lemma(head)) => {
                    self.head(head)
                }
                // "The convoy was attacked by rebels, killing nine": the rebels, or nobody named, and not the convoy.
                "advcl" if self.is_result(verb) && self.is_passive(head) => {
                    self.agents(head).first().copied()
                }
                "advcl"
                    if self.is_infinite(verb)
                        && (self.is_verbal(head) || self.child(head, "nsubj").is_some()) =>
                {
                    self.surface(head, depth - 1)
                }
                "acl" if self.has_feature(verb, "VerbForm=Inf") || self.is_marked(verb, "to") => {
                    self.doer_of_noun(head, depth - 1)
                }
                "acl" if self.is_marked(verb, "of") && (self.is_accused(head) || self.blames(verb)) => {
                    Some(head)
                }
                "acl" if self.is_marked(verb, "of") => self.doer_of_noun(head, depth - 1),
                "acl" => Some(head),
                _ => None,
            },
        }
    }

    /// "…, killing nine", "…, destroying a bridge": what came of the deed above.
    fn is_result(&self, verb: usize) -> bool {
        const RESULTS: [&str; 7] = ["kill", "wound", "injure", "hurt", "destroy", "damage", "maim"];
        self.word(verb).ends_with("ing") && RESULTS.contains(&self.lemma(verb)) && !self.is_marked(verb, "by")
    }

    /// "Attacked a town in the north recently captured by rebels": without a comma a passive participle behind an object
    /// tells of it, though the tree hangs it on the verb.
    fn tells_of_object(&self, verb: usize, head: usize) -> Option<usize> {
        let object = self.child(head, "obj").filter(|&o| head < o && o < verb)?;
        let marked = self.child(verb, "mark").is_some() || self.child(verb, "aux:pass").is_some();
        let apart = (object..verb).any(|t| matches!(self.word(t), "," | ";" | "-" | "–"));
        let passive = self.has_feature(verb, "Voice=Pass") && self.child(verb, "obl:agent").is_some();
        (passive && !marked && !apart).then(|| self.antecedent(object))
    }

    /// "Accused the army of burning the village", where the parser hangs the deed on the army.
    fn is_accused(&self, noun: usize) -> bool {
        // "a man suspected of planning an attack", where it hangs on the man.
        let described = |&c: &usize| c > noun && matches!(self.base(c), "amod" | "acl") && self.blames(c);
        if self.children(noun).iter().any(described) {
            return true;
        }
        matches!(self.relation(noun), "obj" | "nsubj:pass") && self.head(noun).is_some_and(|v| self.blames(v))
    }

    /// "Accused", "suspected" of something.
    fn blames(&self, verb: usize) -> bool {
        ACCUSING.contains(&self.lemma(verb))
            || matches!(self.word(verb), "suspected" | "accused" | "convicted")
    }

    fn acts_on_doer(&self, verb: usize, head: usize) -> bool {
        let marked = ["of", "from", "for", "over"].iter().any(|word| self.is_marked(verb, word));
        let acts = self.child(head, "obj").is_some() || self.child(head, "nsubj:pass").is_some();
        marked && acts && self.child(verb, "nsubj").is_none()
    }

    /// Who does what a governed infinitive says.
    fn controller(&self, head: usize, depth: usize) -> Option<usize> {
        let object = self.child(head, "obj").or_else(|| self.child(head, "iobj"));
        if let Some(object) = object.filter(|_| OBJECT_CONTROL.contains(&self.lemma(head))) {
            return Some(self.antecedent(object));
        }
        self.surface(head, depth - 1)
    }

    /// "their attempt to storm the base", "an attempt by rebels to storm it": whoever attempts, not who foils it.
    fn doer_of_noun(&self, noun: usize, depth: usize) -> Option<usize> {
        if let Some(owner) = self.child(noun, "nmod:poss") {
            return Some(owner);
        }
        let by = |&c: &usize| matches!(self.base(c), "nmod" | "obl") && self.is_marked(c, "by");
        if let Some(doer) = self.children(noun).iter().copied().find(by) {
            return Some(doer);
        }
        let head = self.head(noun).filter(|_| depth > 0)?;
        if matches!(self.base(noun), "obj" | "obl" | "xcomp")
            && self.is_verbal(head)
            && !self.is_passive(head)
            && !STOPPING.contains(&self.lemma(head))
        {
            return self.surface(head, depth - 1);
        }
        None
    }

    /// "foiled an attempt by rebels to bomb a bank", where the parser hangs the deed on the verb.
    fn is_of_stopped_attempt(&self, verb: usize) -> bool {
        const ATTEMPTS: [&str; 5] = ["attempt", "plan", "plot", "bid", "conspiracy"];
        let attempt = |object: usize| ATTEMPTS.contains(&self.lemma(object));
        STOPPING.contains(&self.lemma(verb)) && self.child(verb, "obj").is_some_and(attempt)
    }

    fn doer_of_attempt(&self, verb: usize) -> Option<usize> {
        let object = self.child(verb, "obj")?;
        let by = |&c: &usize| c > object && matches!(self.base(c), "nmod" | "obl") && self.is_marked(c, "by");
        self.children(object).iter().chain(self.children(verb)).copied().find(by)
    }

    /// "Resulting in nine rebels killed", "had two men beaten", "reported six dead", "claimed two soldiers shot": a
    /// participle or adjective after an object tells of the object, whatever the tree makes of its form.
    fn object_left_so(&self, verb: usize) -> Option<usize> {
        let said_of = match self.upos(verb) {
            Upos::Verb => matches!(self.base(verb), "xcomp" | "ccomp"),
            Upos::Adj => self.base(verb) == "xcomp",
            _ => false,
        };
        let head = self.head(verb).filter(|_| said_of)?;
        let object = self.child(head, "obj").filter(|&o| head < o && o < verb)?;
        let word = self.word(verb);
        let participle = word != self.lemma(verb) && !word.ends_with("ing") || self.upos(verb) == Upos::Adj;
        let own = ["obj", "nsubj", "nsubj:pass", "aux", "aux:pass", "cop"];
        let bare = own.iter().all(|r| self.child(verb, r).is_none()) && !self.is_marked(verb, "to");
        (participle && bare).then(|| self.antecedent(object))
    }

    /// "Has beaten to death a student": a noun behind the phrase, with an article and no preposition, is the object.
    fn bare_oblique(&self, verb: usize) -> Option<usize> {
        const TIMES: &str =
            "day night morning evening afternoon week weekend month year hour minute time moment";
        let marked = |c: usize| self.children(c).iter().any(|&k| matches!(self.base(k), "case" | "mark"));
        let time = |c: usize| TIMES.split_whitespace().any(|word| word == self.lemma(c));
        let bare = |c: usize| {
            let article = self.child(c, "det").is_some_and(|d| matches!(self.word(d), "a" | "an" | "the"))
                || self.child(c, "nummod").is_some();
            c > verb
                && self.relation(c) == "obl"
                && self.upos(c) == Upos::Noun
                && article
                && !marked(c)
                && !time(c)
        };
        let phrase = |&c: &usize| c > verb && self.base(c) == "obl" && self.is_marked(c, "to");
        let before = self.children(verb).iter().copied().find(phrase)?;
        // "Hacked to death nine people", where the tree takes death for a verb.
        let below = self.child(before, "obj");
        self.children(verb).iter().copied().find(|&c| c > before && bare(c)).or(below)
    }

    fn is_infinite(&self, verb: usize) -> bool {
        let finite = self.has_feature(verb, "VerbForm=Fin")
            || self
                .children(verb)
                .iter()
                .any(|&c| self.base(c) == "aux" && self.has_feature(c, "VerbForm=Fin"));
        !finite
    }

    /// Who does it.
    pub fn logical_subject(&self, verb: usize) -> Vec<usize> {
        if !self.is_passive(verb) {
            return self.surface_subject(verb).into_iter().collect();
        }
        let agents = self.agents(verb);
        if !agents.is_empty() {
            return agents;
        }
        // "was abducted and later killed by gunmen": the `by` phrase hangs on the last conjunct.
        let later = self.children(verb).iter().copied().filter(|&c| {
            self.base(c) == "conj" && self.child(c, "nsubj:pass").is_none() && self.is_passive(c)
        });
        later.flat_map(|c| self.agents(c)).collect()
    }

    fn agents(&self, verb: usize) -> Vec<usize> {
        self.children(verb)
            .iter()
            .copied()
            .filter(|&c| {
                self.relation(c) == "obl:agent" || (self.base(c) == "obl" && self.is_marked(c, "by"))
            })
            .collect()
    }

    /// What it is done to.
    pub fn logical_object(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) {
            return self.surface_subject(verb);
        }
        if let Some(object) = self.child(verb, "obj") {
            return Some(self.antecedent(object));
        }
        if let Some(object) = self.bare_oblique(verb) {
            return Some(object);
        }
        if self.relation(verb) == "acl:relcl"
            && self.child(verb, "nsubj").is_some_and(|s| !self.is_relative(s))
        {
            return self.head(verb);
        }
        self.shared_object(verb)
    }

    /// "attacked and looted the village": one object for two verbs.
    fn shared_object(&self, verb: usize) -> Option<usize> {
        // "In Keld rebels abducted and beheaded a judge": what stands before the verb keeps no object from it.
        if self.children(verb).iter().any(|&c| c > verb && matches!(self.base(c), "obl" | "ccomp" | "xcomp"))
        {
            return None;
        }
        let next = self.children(verb).iter().copied().find(|&c| self.base(c) == "conj" && self.is_verbal(c));
        if let Some(object) = next.and_then(|c| self.child(c, "obj")) {
            let no_subject_of_its_own = next.is_some_and(|c| self.child(c, "nsubj").is_none());
            return no_subject_of_its_own.then_some(object);
        }
        let first = self.head(verb).filter(|_| self.base(verb) == "conj")?;
        self.child(first, "obj").filter(|&o| o > verb)
    }

    /// For "who", "which", "that" of a relative clause, the noun that they stand for; else the token.
    pub fn antecedent(&self, token: usize) -> usize {
        if !self.is_relative(token) {
            return token;
        }
        let mut at = token;
        for _ in 0..DEPTH {
            let Some(head) = self.head(at) else { return token };
            if self.relation(at) == "acl:relcl" {
                return head;
            }
            at = head;
        }
        token
    }

    fn is_relative(&self, token: usize) -> bool {
        matches!(self.word(token), "who" | "which" | "that" | "whom") && self.upos(token) != Upos::Noun
    }

    /// For "dozens of soldiers", the soldiers; else the token.
    pub fn meant(&self, token: usize) -> usize {
        if !QUANTITIES.contains(&self.lemma(token)) && self.upos(token) != Upos::Num {
            return token;
        }
        let inner =
            self.children(token).iter().copied().find(|&c| self.base(c) == "nmod" && self.is_marked(c, "of"));
        inner.unwrap_or(token)
    }

    /// The token and everything below it, in text order.
    pub fn subtree(&self, token: usize) -> Vec<usize> {
        let mut inside = vec![false; self.len()];
        let mut stack = vec![token];
        while let Some(at) = stack.pop() {
            if let Some(flag) = inside.get_mut(at).filter(|flag| !**flag) {
                *flag = true;
                stack.extend(self.children(at));
            }
        }
        (0..inside.len()).filter(|&i| inside[i]).collect()
    }

    /// The verb (or verbless root) whose clause holds the token, itself included.
    pub fn clause_head(&self, token: usize) -> usize {
        let mut at = token;
        for _ in 0..self.len() {
            if matches!(
                self.base(at),
                "root" | "ccomp" | "advcl" | "acl" | "parataxis" | "csubj" | "xcomp" | "list" | ""
            ) || (self.base(at) == "conj" && self.is_verbal(at))
            {
                return at;
            }
            match self.head(at) {
                Some(head) => at = head,
                None => return at,
            }
        }
        at
    }

    /// The clause of a token: below its clause head, without clauses that hang on it with a subject of
    /// their own.
    pub fn clause(&self, token: usize) -> Vec<usize> {
        let head = self.clause_head(token);
        let mut inside = Vec::new();
        let mut stack = vec![head];
        let mut seen = vec![false; self.len()];
        while let Some(at) = stack.pop() {
            let Some(flag) = seen.get_mut(at).filter(|flag| !**flag) else { continue };
            *flag = true;
            inside.push(at);
            let enters = |c: &usize| match self.base(*c) {
                "ccomp" | "parataxis" => false,
                "conj" => !self.is_verbal(*c),
                "advcl" => self.child(*c, "nsubj").is_none() && self.child(*c, "nsubj:pass").is_none(),
                _ => true,
            };
            stack.extend(self.children(at).iter().copied().filter(enters));
        }
        inside.sort_unstable();
        inside
    }
}

/// "Two strikes disabled two bridges": a passive subject of a verb that has an object and no auxiliary is its
/// active one.
fn active_subjects(sentence: &Sentence, children: &[Vec<usize>]) -> Vec<usize> {
    let is = |t: usize, relation: &str| sentence.tokens[t].deprel == relation;
    let has = |verb: usize, relation: &str| children[verb].iter().any(|&c| is(c, relation));
    let upon = |t: usize| {
        let marks = children[t].iter().filter(|&&c| is(c, "case"));
        marks.into_iter().any(|&c| matches!(sentence.tokens[c].text.as_str(), "on" | "at" | "upon"))
    };
    (0..sentence.tokens.len())
        .filter(|&t| is(t, "nsubj:pass"))
        .filter(|&t| {
            let verb = sentence.tokens[t].head.filter(|&h| h < children.len());
            // "Gunships fired on the hill": nobody is fired on something.
            let fires = |v: usize| {
                sentence.tokens[v].lemma == "fire" && children[v].iter().any(|&c| is(c, "obl") && upon(c))
            };
            let object = |v: usize| has(v, "obj") || fires(v);
            verb.is_some_and(|v| t < v && object(v) && !has(v, "aux:pass") && !has(v, "obl:agent"))
        })
        .collect()
}
