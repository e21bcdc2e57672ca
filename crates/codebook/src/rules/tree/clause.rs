//! What lies below a token, and which clause holds it.

use super::Tree;

impl Tree<'_> {
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
