//! A tree as a record: what stands in the nodes, handed to serde.
//!
//! Takes a [`Tree`]; gives the record type that is asked for, so that a file is parsed once. Numbers are numbers because
//! the record says so; `no` and `01067` stay text where it wants text.

use super::{Node, Tree, Value};
use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;

/// Reads a record from a tree.
///
/// # Errors
/// [`Error`] where the tree does not fit the type.
pub(in crate::catalog) fn record<'a, T: Deserialize<'a>>(tree: &'a Tree) -> Result<T, Error> {
    T::deserialize(Reading(&tree.root))
}

/// What does not fit the record.
#[derive(Debug)]
pub(in crate::catalog) struct Error {
    message: String,
    /// Byte offset of the innermost value that does not fit.
    pub(in crate::catalog) at: Option<usize>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { message: message.to_string(), at: None }
    }
}

/// A node as serde sees it.
#[derive(Clone, Copy)]
struct Reading<'a>(&'a Node);

impl Reading<'_> {
    fn here<T>(self, read: Result<T, Error>) -> Result<T, Error> {
        read.map_err(|error| Error { at: error.at.or(Some(self.0.span.start)), ..error })
    }
}

impl<'de> IntoDeserializer<'de, Error> for Reading<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

/// A number is read from its text; whatever is none goes on as text, which serde then refuses.
macro_rules! numbers {
    ($($deserialize:ident $visit:ident),+) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0.text().and_then(|text| text.parse().ok()) {
                Some(number) => self.here(visitor.$visit(number)),
                None => self.deserialize_any(visitor),
            }
        })+
    };
}

impl<'de> Deserializer<'de> for Reading<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.here(match &self.0.value {
            Value::Scalar { text, .. } => visitor.visit_borrowed_str(text),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Reading))),
            Value::Map(entries) => visitor
                .visit_map(MapDeserializer::new(entries.iter().map(|(key, value)| (Reading(key), Reading(value))))),
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, _: &[&str], visitor: V) -> Result<V::Value, Error> {
        let word: StrDeserializer<'_, Error> = self.0.text().unwrap_or_default().into_deserializer();
        self.here(visitor.visit_enum(word))
    }

    numbers! {
        deserialize_i8 visit_i8, deserialize_i16 visit_i16, deserialize_i32 visit_i32, deserialize_i64 visit_i64,
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
        deserialize_f32 visit_f32, deserialize_f64 visit_f64
    }

    forward_to_deserialize_any! {
        bool i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}
