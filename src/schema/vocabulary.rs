//! Fixed lists of words.

/// A word of a fixed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written in a file.
    pub word: &'static str,
    /// What it means.
    pub doc: &'static str,
}

/// Declares a list of words as an enum.
macro_rules! vocabulary {
    (
        $(#[doc = $doc:literal])+
        pub enum $type:ident = $name:literal {
            $($(#[doc = $word_doc:literal])+ $variant:ident = $word:literal,)+
        }
        $(absent: $absent:ident)?
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[doc = $word_doc])+ $variant,)+
        }

        impl $type {
            /// All of them, in the order of the format.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As it is written in a file.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The words with their meanings.
            pub fn words() -> Vec<$crate::schema::Word> {
                vec![$(
                    $crate::schema::Word {
                        word: $word,
                        doc: concat!($($word_doc),+).trim_ascii(),
                    },
                )+]
            }
        }

        impl $crate::schema::Decode for $type {
            fn shape() -> $crate::schema::Shape {
                $crate::schema::Shape::OneOf { name: $name, words: Self::words() }
            }

            fn decode(
                node: &$crate::yaml::Node,
                at: &$crate::yaml::Path,
                context: &mut $crate::schema::Context<'_>,
            ) -> Option<Self> {
                let Some(text) = node.as_text() else {
                    context.wrong_type(node, at, $crate::schema::decode::with_article($name).as_str());
                    return None;
                };
                let found = Self::ALL.iter().copied().find(|one| one.word() == text);
                if found.is_none() {
                    context.unknown_word(text, at, $name, &[$($word),+]);
                }
                found
            }

            $(
                fn absent() -> Option<Self> {
                    Some(Self::$absent)
                }
            )?
        }
    };
}

pub(super) use vocabulary;
