//! How a kind of record is declared.

/// Declares a record: a struct whose documentation is the format's documentation, and
/// whose fields are the keys of a mapping, in the order in which they are written.
///
/// A field's type says whether its key has to be there: `Option`, `Vec` and types with
/// a value of their own for it (see [`Decode::absent`](super::Decode::absent)) may be
/// left out.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $type:ident = $name:literal {
            $(
                $(#[doc = $field_doc:literal])+
                $field:ident $(= $key:literal)?: $field_type:ty,
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $type {
            $(
                $(#[doc = $field_doc])+
                pub $field: $field_type,
            )+
        }

        impl $type {
            pub(super) fn record() -> $crate::schema::RecordShape {
                $crate::schema::RecordShape {
                    name: $name,
                    doc: $crate::schema::record::text(&[$($doc),+]),
                    keys: vec![$(
                        $crate::schema::KeyShape {
                            name: $crate::schema::record::key!($field $(= $key)?),
                            doc: $crate::schema::record::text(&[$($field_doc),+]),
                            required: <$field_type as $crate::schema::Decode>::absent().is_none(),
                            shape: <$field_type as $crate::schema::Decode>::shape(),
                        },
                    )+],
                }
            }
        }

        impl $crate::schema::Decode for $type {
            fn shape() -> $crate::schema::Shape {
                $crate::schema::Shape::Record(Self::record())
            }

            fn decode(
                node: &$crate::yaml::Node,
                at: &$crate::yaml::Path,
                context: &mut $crate::schema::Context<'_>,
            ) -> Option<Self> {
                static SHAPE: std::sync::LazyLock<$crate::schema::RecordShape> =
                    std::sync::LazyLock::new($type::record);
                let before = context.found.len();
                let keys = $crate::schema::decode::Keys::read(node, at, &SHAPE, context)?;
                // Every key is read before any is missed, so that all is told at once.
                $(
                    let $field = keys.take(
                        $crate::schema::record::key!($field $(= $key)?),
                        $name,
                        context,
                    );
                )+
                if context.found[before..].iter().any($crate::diagnostic::Diagnostic::is_error) {
                    return None;
                }
                Some(Self { $($field: $field?,)+ })
            }
        }
    };
}

/// The key of a field: its own name, or another one where Rust keeps the word.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident = $key:literal) => {
        $key
    };
}

pub(super) use {key, record};

/// The lines of a documentation comment as one text.
pub(super) fn text(lines: &[&str]) -> String {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    lines.join("\n")
}
