//! A field of the schema, as the walk asks for it.
//!
//! Takes JSON Schema as `schemars` writes it; gives type, limits and extensions with references followed.

use serde_json::{Map, Value, json};

/// A schema with its references followed: what stands at the field itself goes before what its type says.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) own: &'a Value,
    pub(super) base: &'a Value,
}

impl<'a> Field<'a> {
    pub(super) fn of(root: &'a Value, own: &'a Value) -> Self {
        let mut base = own;
        loop {
            // What has a type leads nowhere else; that is most of them.
            if base.get("type").is_some() {
                return Self { own, base };
            }
            let options = base.get("anyOf").and_then(Value::as_array);
            let inner = options.and_then(|o| o.iter().find(|s| s.get("type").and_then(Value::as_str) != Some("null")));
            let target = base.get("$ref").and_then(Value::as_str).and_then(|r| root.pointer(r.trim_start_matches('#')));
            match inner.or(target) {
                Some(next) => base = next,
                None => return Self { own, base },
            }
        }
    }

    pub(super) fn get(self, name: &str) -> Option<&'a Value> {
        let elsewhere = !std::ptr::eq(self.own, self.base);
        self.own.get(name).or_else(|| elsewhere.then(|| self.base.get(name)).flatten())
    }

    pub(super) fn word(self, name: &str) -> Option<&'a str> {
        self.get(name).and_then(Value::as_str)
    }

    pub(super) fn number(self, name: &str) -> Option<f64> {
        self.get(name).and_then(Value::as_f64)
    }

    pub(super) fn kind(self) -> &'a str {
        match self.base.get("type") {
            Some(Value::String(kind)) => kind,
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).find(|k| *k != "null").unwrap_or(""),
            _ => "choice",
        }
    }

    pub(super) fn choices(self) -> Vec<&'a str> {
        let consts = |v: &'a Value| v.get("const").or(Some(v)).and_then(Value::as_str);
        let list = self.base.get("oneOf").or_else(|| self.base.get("enum")).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(consts).collect()
    }

    pub(super) fn properties(self) -> Option<&'a Map<String, Value>> {
        self.base.get("properties").and_then(Value::as_object)
    }

    /// Names of the fields that must be there.
    pub(super) fn required(self) -> &'a [Value] {
        self.base.get("required").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// What is wanted here, for sentences.
    pub(super) fn wanted(self) -> &'static str {
        match self.kind() {
            "array" => "eine Liste",
            "object" => "Felder mit Doppelpunkt",
            "integer" => "eine ganze Zahl",
            "number" => "eine Zahl",
            _ => "ein einzelner Wert",
        }
    }
}

/// A value that reads as the field's type and says nothing; for what is missing or broken in a file with errors.
pub(super) fn filler(root: &Value, field: Field<'_>) -> Option<Value> {
    match field.kind() {
        "array" => Some(json!([])),
        "string" => Some(json!("")),
        "integer" | "number" => Some(field.get("minimum").cloned().unwrap_or(json!(0))),
        "object" => {
            let names = field.required();
            let required =
                field.properties().into_iter().flatten().filter(|(name, _)| names.iter().any(|n| n == *name));
            Some(Value::Object(
                required.filter_map(|(name, s)| Some((name.clone(), filler(root, Field::of(root, s))?))).collect(),
            ))
        }
        _ => field.choices().first().map(|c| json!(c)),
    }
}
