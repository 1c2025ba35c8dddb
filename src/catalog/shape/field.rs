//! The fields of a record, as the walk asks for them.
//!
//! Takes JSON Schema as `schemars` writes it; gives type, limits and extensions of every field with references followed,
//! read once: the walk passes each of them thousands of times.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::ops::Deref;

/// Every field of a record type.
#[derive(Debug)]
pub(super) struct Fields {
    /// The first is the whole file.
    all: Vec<Facts>,
}

/// What a file may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Map,
    Integer,
    Number,
    Choice,
    Text,
}

/// What a schema says about a field.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) kind: Kind,
    pub(super) description: Option<String>,
    pub(super) choices: Vec<String>,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) min_items: Option<usize>,
    pub(super) max_items: Option<usize>,
    /// Names an open map may use; any if there are none.
    pub(super) keys: Vec<String>,
    /// Closed list of its values, and of its keys (`x-vokabular`, `x-schluessel`), and values beside the list (`x-auch`).
    pub(super) list: Option<String>,
    pub(super) key_list: Option<String>,
    pub(super) also: Vec<String>,
    /// Group of the list (`x-gruppe`).
    pub(super) group: Option<String>,
    /// Grammar of the text (`x-art`), and most characters (`x-laenge`).
    pub(super) grammar: Option<String>,
    pub(super) length: Option<usize>,
    /// Whether a warning says that it is missing (`x-erwartet`).
    pub(super) expected: bool,
    /// Sorted by name; `None` for an open map.
    properties: Option<Vec<Property>>,
    items: Option<usize>,
    additional: Option<usize>,
}

#[derive(Debug)]
struct Property {
    name: String,
    required: bool,
    field: usize,
}

/// One of the fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    fields: &'a Fields,
    facts: &'a Facts,
}

impl Deref for Field<'_> {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        self.facts
    }
}

impl Fields {
    pub(super) fn of(schema: &Value) -> Self {
        let mut reading = Reading { root: schema, known: HashMap::new(), all: Vec::new() };
        reading.place(schema, base(schema, schema));
        Self { all: reading.all.into_iter().flatten().collect() }
    }

    /// The whole file.
    pub(super) fn root(&self) -> Field<'_> {
        self.field(0)
    }

    fn field(&self, at: usize) -> Field<'_> {
        Field { fields: self, facts: &self.all[at] }
    }
}

impl<'a> Field<'a> {
    /// What a list holds.
    pub(super) fn items(self) -> Option<Self> {
        self.facts.items.map(|at| self.fields.field(at))
    }

    /// What an open map holds.
    pub(super) fn additional(self) -> Option<Self> {
        self.facts.additional.map(|at| self.fields.field(at))
    }

    /// Whether it is a map whose fields are known.
    pub(super) fn is_record(self) -> bool {
        self.facts.properties.is_some()
    }

    /// A field of a map, with its name.
    pub(super) fn property(self, name: &str) -> Option<(&'a str, Self)> {
        let properties = self.facts.properties.as_ref()?;
        let at = properties.binary_search_by(|property| property.name.as_str().cmp(name)).ok()?;
        Some((&properties[at].name, self.fields.field(properties[at].field)))
    }

    /// The fields of a map by name, and whether they must be there.
    pub(super) fn properties(self) -> impl Iterator<Item = (&'a str, Self, bool)> {
        let properties = self.facts.properties.iter().flatten();
        properties.map(move |property| (property.name.as_str(), self.fields.field(property.field), property.required))
    }

    /// Their names.
    pub(super) fn names(self) -> impl Iterator<Item = &'a str> {
        self.properties().map(|(name, ..)| name)
    }

    /// Values of its list that are no terms.
    pub(super) fn others(self) -> impl Iterator<Item = &'a str> {
        self.facts.also.iter().map(String::as_str)
    }

    /// What is wanted here, for sentences.
    pub(super) const fn wanted(self) -> &'static str {
        match self.facts.kind {
            Kind::List => "eine Liste",
            Kind::Map => "Felder mit Doppelpunkt",
            Kind::Integer => "eine ganze Zahl",
            Kind::Number => "eine Zahl",
            Kind::Choice | Kind::Text => "ein einzelner Wert",
        }
    }

    /// A value that reads as the field's type and says nothing; for what is missing or broken in a file with errors.
    pub(super) fn filler(self) -> Option<Value> {
        match self.kind {
            Kind::List => Some(json!([])),
            Kind::Text => Some(json!("")),
            Kind::Integer => Some(json!(self.minimum.unwrap_or(0.0) as i64)),
            Kind::Number => Some(json!(self.minimum.unwrap_or(0.0))),
            Kind::Map => {
                let required = self.properties().filter(|(.., required)| *required);
                Some(required.filter_map(|(name, field, _)| Some((name.to_owned(), field.filler()?))).collect())
            }
            Kind::Choice => self.choices.first().map(|choice| json!(choice)),
        }
    }
}

/// Reads a schema; a record may hold itself, so a field has its place before it is read.
struct Reading<'a> {
    root: &'a Value,
    /// Places by what stands at the field and what its type says.
    known: HashMap<[*const Value; 2], usize>,
    all: Vec<Option<Facts>>,
}

impl<'a> Reading<'a> {
    fn place(&mut self, own: &'a Value, base: &'a Value) -> usize {
        let next = self.all.len();
        let at = *self.known.entry([own, base].map(std::ptr::from_ref)).or_insert(next);
        if at == next {
            self.all.push(None);
            let facts = self.facts(own, base);
            self.all[at] = Some(facts);
        }
        at
    }

    fn field(&mut self, own: &'a Value) -> usize {
        self.place(own, base(self.root, own))
    }

    fn facts(&mut self, own: &'a Value, base: &'a Value) -> Facts {
        // What stands at the field itself goes before what its type says.
        let get = |name: &str| own.get(name).or_else(|| base.get(name));
        let text = |name: &str| get(name).and_then(Value::as_str).map(str::to_owned);
        let number = |name: &str| get(name).and_then(Value::as_f64);
        let count = |name: &str| get(name).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        let required = strings(base.get("required"));
        let properties = base.get("properties").and_then(Value::as_object).map(|properties| {
            let property = |(name, schema): (&String, &'a Value)| Property {
                name: name.clone(),
                required: required.contains(name),
                field: self.field(schema),
            };
            let mut properties: Vec<Property> = properties.iter().map(property).collect();
            properties.sort_by(|a, b| a.name.cmp(&b.name));
            properties
        });
        let items = base.get("items").map(|items| {
            let inner = self::base(self.root, items);
            // Extensions of a list speak about its values.
            self.place(if kind(inner) == Kind::Map { items } else { own }, inner)
        });
        let additional = base.get("additionalProperties").filter(|schema| schema.is_object());
        Facts {
            kind: kind(base),
            description: text("description"),
            choices: strings(base.get("oneOf").or_else(|| base.get("enum"))),
            minimum: number("minimum"),
            maximum: number("maximum"),
            min_items: count("minItems"),
            max_items: count("maxItems"),
            keys: strings(get("propertyNames").and_then(|names| names.get("enum"))),
            list: text("x-vokabular"),
            key_list: text("x-schluessel"),
            also: strings(get("x-auch")),
            group: text("x-gruppe"),
            grammar: text("x-art"),
            length: count("x-laenge"),
            expected: own.get("x-erwartet").is_some(),
            properties,
            items,
            additional: additional.map(|schema| self.field(schema)),
        }
    }
}

/// The schema that says what type a field has.
fn base<'a>(root: &'a Value, own: &'a Value) -> &'a Value {
    let mut base = own;
    while base.get("type").is_none() {
        let options = base.get("anyOf").and_then(Value::as_array);
        let inner = options.and_then(|o| o.iter().find(|s| s.get("type").and_then(Value::as_str) != Some("null")));
        let target = base.get("$ref").and_then(Value::as_str).and_then(|r| root.pointer(r.trim_start_matches('#')));
        let Some(next) = inner.or(target) else { break };
        base = next;
    }
    base
}

fn kind(base: &Value) -> Kind {
    let kind = match base.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).find(|k| *k != "null").unwrap_or(""),
        _ => return Kind::Choice,
    };
    match kind {
        "array" => Kind::List,
        "object" => Kind::Map,
        "integer" => Kind::Integer,
        "number" => Kind::Number,
        _ => Kind::Text,
    }
}

/// Texts of a list; of choices with a description each, their values.
fn strings(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|value| value.get("const").unwrap_or(value).as_str().map(str::to_owned)).collect()
}
