// The standard library of litmus: core's types and functions in our own Rust, above the intrinsics
// of the machine. It is parsed like a user's program; std, core and alloc are this one crate.
// Nothing here is checked until it is used, then for the types it is used with: bodies may rely on
// what their callers' types can do.
//
// What has bounds is checked as the user's code is: types are known by their bounds. So is what stands
// in a trait. In the rest, `x.clone()` is what the concrete type says: `Clone::clone(&x)` is meant.
//
// #[lang = ".."] marks items that the compiler knows. An impl under #[lang = "int"] holds for every
// integer as its first parameter, one under #[lang = "float"] for every float. #[auto] traits hold for every type. What is `unsafe` here is so for
// callers; bodies are not checked for it.

pub mod prelude {
    pub use crate::boxed::Box;
    pub use crate::clone::Clone;
    pub use crate::cmp::{Eq, Ord, PartialEq, PartialOrd};
    pub use crate::convert::{AsMut, AsRef, From, Into};
    pub use crate::default::Default;
    pub use crate::iter::{DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, IntoIterator, Iterator};
    pub use crate::marker::{Copy, Send, Sized, Sync, Unpin};
    pub use crate::mem::{align_of, align_of_val, drop, size_of, size_of_val};
    pub use crate::ops::{Drop, Fn, FnMut, FnOnce};
    pub use crate::option::Option::{self, None, Some};
    pub use crate::result::Result::{self, Err, Ok};
    pub use crate::vec::Vec;
}

pub mod clone {
    #[lang = "clone"]
    pub trait Clone: Sized {
        fn clone(&self) -> Self;
        fn clone_from(&mut self, source: &Self) {
            *self = source.clone()
        }
    }
    #[lang = "int"]
    impl<I> Clone for I {
        fn clone(&self) -> I {
            *self
        }
    }
    impl Clone for bool {
        fn clone(&self) -> bool {
            *self
        }
    }
    impl Clone for char {
        fn clone(&self) -> char {
            *self
        }
    }
    impl<T> Clone for &T {
        fn clone(&self) -> &T {
            *self
        }
    }
    impl<T> Clone for *const T {
        fn clone(&self) -> *const T {
            *self
        }
    }
    impl<T> Clone for *mut T {
        fn clone(&self) -> *mut T {
            *self
        }
    }
    impl<T: Clone, const N: usize> Clone for [T; N] {
        fn clone(&self) -> [T; N] {
            let mut array = crate::mem::MaybeUninit::<[T; N]>::uninit();
            let first = array.as_mut_ptr() as *mut T;
            let mut i = 0;
            while i < N {
                first.add(i).write(self[i].clone());
                i += 1;
            }
            array.assume_init()
        }
    }
}

pub mod default {
    #[lang = "default"]
    pub trait Default: Sized {
        fn default() -> Self;
    }
    #[lang = "int"]
    impl<I> Default for I {
        fn default() -> I {
            0
        }
    }
    impl Default for bool {
        fn default() -> bool {
            false
        }
    }
    impl Default for char {
        fn default() -> char {
            '\0'
        }
    }
    impl Default for &str {
        fn default() -> &str {
            ""
        }
    }
    impl Default for () {
        fn default() -> () {}
    }
    impl<A: Default> Default for (A,) {
        fn default() -> (A,) {
            (A::default(),)
        }
    }
    impl<A: Default, B: Default> Default for (A, B) {
        fn default() -> (A, B) {
            (A::default(), B::default())
        }
    }
    impl<A: Default, B: Default, C: Default> Default for (A, B, C) {
        fn default() -> (A, B, C) {
            (A::default(), B::default(), C::default())
        }
    }
    impl<A: Default, B: Default, C: Default, D: Default> Default for (A, B, C, D) {
        fn default() -> (A, B, C, D) {
            (A::default(), B::default(), C::default(), D::default())
        }
    }
    impl<T: Default, const N: usize> Default for [T; N] {
        fn default() -> [T; N] {
            let mut array = crate::mem::MaybeUninit::<[T; N]>::uninit();
            let first = array.as_mut_ptr() as *mut T;
            let mut i = 0;
            while i < N {
                first.add(i).write(T::default());
                i += 1;
            }
            array.assume_init()
        }
    }
}

pub mod fmt {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct Error;
    #[lang = "fmt_result"]
    pub type Result = crate::result::Result<(), Error>;

    // Where it writes to, and how: the machine reads it (FmtField in the IR).
    #[lang = "formatter"]
    #[repr(C)]
    pub struct Formatter<'a> {
        sink: usize,
        options: usize,
        width: usize,
        indent: usize,
    }

    const PLUS: usize = 1 << 40;
    const ALTERNATE: usize = 1 << 41;
    const ZERO_PAD: usize = 1 << 42;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Alignment {
        Left,
        Right,
        Center,
    }

    #[lang = "display"]
    pub trait Display {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "debug"]
    pub trait Debug {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "pointer"]
    pub trait Pointer {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "lower_hex"]
    pub trait LowerHex {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "lower_exp"]
    pub trait LowerExp {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "upper_exp"]
    pub trait UpperExp {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "upper_hex"]
    pub trait UpperHex {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "binary"]
    pub trait Binary {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    #[lang = "octal"]
    pub trait Octal {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    pub trait Write {
        fn write_str(&mut self, s: &str) -> Result;
    }
    impl<'a> Write for Formatter<'a> {
        fn write_str(&mut self, s: &str) -> Result {
            write!(self, "{}", s)
        }
    }

    impl<'a> Formatter<'a> {
        pub fn write_str(&mut self, s: &str) -> Result {
            write!(self, "{}", s)
        }
        pub fn write_char(&mut self, c: char) -> Result {
            write!(self, "{}", c)
        }
        pub fn pad(&mut self, s: &str) -> Result {
            write!(self, "{:as}", s)
        }
        pub fn alternate(&self) -> bool {
            self.options & ALTERNATE != 0
        }
        pub fn sign_plus(&self) -> bool {
            self.options & PLUS != 0
        }
        pub fn sign_aware_zero_pad(&self) -> bool {
            self.options & ZERO_PAD != 0
        }
        pub fn width(&self) -> Option<usize> {
            if self.width != 0 {
                Some(self.width)
            } else {
                None
            }
        }
        pub fn precision(&self) -> Option<usize> {
            None
        }
        pub fn fill(&self) -> char {
            match self.options as u32 {
                0 => ' ',
                c => crate::mem::transmute::<u32, char>(c),
            }
        }
        pub fn align(&self) -> Option<Alignment> {
            match (self.options >> 32) as u8 {
                b'<' => Some(Alignment::Left),
                b'>' => Some(Alignment::Right),
                b'^' => Some(Alignment::Center),
                _ => None,
            }
        }
        pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
            let result = self.write_str(name);
            DebugStruct { fmt: self, result, any: false }
        }
        pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
            let result = self.write_str(name);
            DebugTuple { fmt: self, result, fields: 0, unnamed: name.is_empty() }
        }
        pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
            let result = self.write_str("[");
            DebugList { fmt: self, result, any: false, close: "]" }
        }
        pub fn debug_set<'b>(&'b mut self) -> DebugList<'b, 'a> {
            let result = self.write_str("{");
            DebugList { fmt: self, result, any: false, close: "}" }
        }
        fn line(&mut self, indent: usize) -> Result {
            self.write_str("\n")?;
            let mut i = 0;
            while i < indent {
                self.write_str("    ")?;
                i += 1;
            }
            Ok(())
        }
        // One part of a compound value, behind `before` when it is on the line of the others.
        fn part<T: Debug + ?Sized>(&mut self, before: &str, name: &str, value: &T) -> Result {
            if !self.alternate() {
                self.write_str(before)?;
                self.write_str(name)?;
                return value.fmt(self);
            }
            self.indent += 1;
            let indent = self.indent;
            self.line(indent)?;
            self.write_str(name)?;
            value.fmt(self)?;
            self.write_str(",")?;
            self.indent -= 1;
            Ok(())
        }
        fn close(&mut self, any: bool, text: &str) -> Result {
            if any && self.alternate() {
                let indent = self.indent;
                self.line(indent)?;
            }
            self.write_str(text)
        }
    }

    pub struct DebugStruct<'b, 'a> {
        fmt: &'b mut Formatter<'a>,
        result: Result,
        any: bool,
    }
    impl<'b, 'a> DebugStruct<'b, 'a> {
        pub fn field<T: Debug + ?Sized>(&mut self, name: &str, value: &T) -> &mut DebugStruct<'b, 'a> {
            if self.result.is_ok() {
                self.result = self.first(name, value);
            }
            self.any = true;
            self
        }
        fn first<T: Debug + ?Sized>(&mut self, name: &str, value: &T) -> Result {
            if !self.any && self.fmt.alternate() {
                self.fmt.write_str(" {")?;
            }
            if !self.fmt.alternate() {
                self.fmt.write_str(if self.any { ", " } else { " { " })?;
                self.fmt.write_str(name)?;
                self.fmt.write_str(": ")?;
                return value.fmt(self.fmt);
            }
            self.fmt.indent += 1;
            let indent = self.fmt.indent;
            self.fmt.line(indent)?;
            self.fmt.write_str(name)?;
            self.fmt.write_str(": ")?;
            value.fmt(self.fmt)?;
            self.fmt.write_str(",")?;
            self.fmt.indent -= 1;
            Ok(())
        }
        pub fn finish(&mut self) -> Result {
            self.result?;
            if !self.any {
                return Ok(());
            }
            let text = if self.fmt.alternate() { "}" } else { " }" };
            self.fmt.close(true, text)
        }
        pub fn finish_non_exhaustive(&mut self) -> Result {
            self.result?;
            if !self.any {
                return self.fmt.write_str(" { .. }");
            }
            if !self.fmt.alternate() {
                return self.fmt.write_str(", .. }");
            }
            let indent = self.fmt.indent;
            self.fmt.line(indent + 1)?;
            self.fmt.write_str("..")?;
            self.fmt.close(true, "}")
        }
    }

    pub struct DebugTuple<'b, 'a> {
        fmt: &'b mut Formatter<'a>,
        result: Result,
        fields: usize,
        unnamed: bool,
    }
    impl<'b, 'a> DebugTuple<'b, 'a> {
        pub fn field<T: Debug + ?Sized>(&mut self, value: &T) -> &mut DebugTuple<'b, 'a> {
            if self.result.is_ok() {
                if self.fields == 0 {
                    self.result = self.fmt.write_str("(");
                }
                if self.result.is_ok() {
                    let before = if self.fields == 0 { "" } else { ", " };
                    self.result = self.fmt.part(before, "", value);
                }
            }
            self.fields += 1;
            self
        }
        pub fn finish(&mut self) -> Result {
            self.result?;
            if self.fields == 0 {
                return Ok(());
            }
            if self.fields == 1 && self.unnamed && !self.fmt.alternate() {
                self.fmt.write_str(",")?;
            }
            self.fmt.close(true, ")")
        }
    }

    pub struct DebugList<'b, 'a> {
        fmt: &'b mut Formatter<'a>,
        result: Result,
        any: bool,
        close: &'static str,
    }
    pub type DebugSet<'b, 'a> = DebugList<'b, 'a>;
    impl<'b, 'a> DebugList<'b, 'a> {
        pub fn entry<T: Debug + ?Sized>(&mut self, value: &T) -> &mut DebugList<'b, 'a> {
            if self.result.is_ok() {
                self.result = self.fmt.part(if self.any { ", " } else { "" }, "", value);
            }
            self.any = true;
            self
        }
        pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut DebugList<'b, 'a> {
            for entry in entries {
                self.entry(&entry);
            }
            self
        }
        pub fn finish(&mut self) -> Result {
            self.result?;
            self.fmt.close(self.any, self.close)
        }
    }

    #[lang = "int"]
    impl<I> Display for I {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as}", *self)
        }
    }
    #[lang = "int"]
    impl<I> Debug for I {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as?}", *self)
        }
    }
    #[lang = "int"]
    impl<I> LowerHex for I {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asx}", *self)
        }
    }
    #[lang = "int"]
    impl<I> UpperHex for I {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asX}", *self)
        }
    }
    #[lang = "int"]
    impl<I> Binary for I {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asb}", *self)
        }
    }
    #[lang = "int"]
    impl<I> Octal for I {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:aso}", *self)
        }
    }
    impl Display for bool {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as}", *self)
        }
    }
    impl Display for char {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as}", *self)
        }
    }
    impl Display for str {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as}", *self)
        }
    }
    impl Debug for bool {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as?}", *self)
        }
    }
    impl Debug for char {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as?}", *self)
        }
    }
    impl Debug for str {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as?}", *self)
        }
    }
    impl<T> Debug for *const T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as?}", *self)
        }
    }
    impl<T> Debug for *mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:as?}", *self)
        }
    }
    impl<T> Pointer for *const T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asp}", *self)
        }
    }
    impl<T> Pointer for *mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asp}", *self)
        }
    }
    impl<T> Pointer for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asp}", *self)
        }
    }
    impl<T> Pointer for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "{:asp}", *self)
        }
    }
    impl<T: Display + ?Sized> Display for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<T: Display + ?Sized> Display for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<T: Debug + ?Sized> Debug for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<T: Debug + ?Sized> Debug for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<T: LowerHex + ?Sized> LowerHex for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as LowerHex>::fmt(&**self, f)
        }
    }
    impl<T: LowerHex + ?Sized> LowerHex for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as LowerHex>::fmt(&**self, f)
        }
    }
    impl<T: UpperHex + ?Sized> UpperHex for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as UpperHex>::fmt(&**self, f)
        }
    }
    impl<T: UpperHex + ?Sized> UpperHex for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as UpperHex>::fmt(&**self, f)
        }
    }
    impl<T: Binary + ?Sized> Binary for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Binary>::fmt(&**self, f)
        }
    }
    impl<T: Binary + ?Sized> Binary for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Binary>::fmt(&**self, f)
        }
    }
    impl<T: Octal + ?Sized> Octal for &T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Octal>::fmt(&**self, f)
        }
    }
    impl<T: Octal + ?Sized> Octal for &mut T {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Octal>::fmt(&**self, f)
        }
    }
    impl<T: Display + ?Sized> Display for Box<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<T: Debug + ?Sized> Debug for Box<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl Debug for () {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.pad("()")
        }
    }
    impl<T: Debug> Debug for [T] {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut list = f.debug_list();
            let mut i = 0;
            while i < self.len() {
                list.entry(&self[i]);
                i += 1;
            }
            list.finish()
        }
    }
    impl<T: Debug, const N: usize> Debug for [T; N] {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <[T] as Debug>::fmt(self, f)
        }
    }
    impl<A: Debug> Debug for (A,) {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut tuple = f.debug_tuple("");
            tuple.field(&self.0);
            tuple.finish()
        }
    }
    impl<A: Debug, B: Debug> Debug for (A, B) {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut tuple = f.debug_tuple("");
            tuple.field(&self.0);
            tuple.field(&self.1);
            tuple.finish()
        }
    }
    impl<A: Debug, B: Debug, C: Debug> Debug for (A, B, C) {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut tuple = f.debug_tuple("");
            tuple.field(&self.0);
            tuple.field(&self.1);
            tuple.field(&self.2);
            tuple.finish()
        }
    }
    impl<A: Debug, B: Debug, C: Debug, D: Debug> Debug for (A, B, C, D) {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut tuple = f.debug_tuple("");
            tuple.field(&self.0);
            tuple.field(&self.1);
            tuple.field(&self.2);
            tuple.field(&self.3);
            tuple.finish()
        }
    }
    impl<A: Debug, B: Debug, C: Debug, D: Debug, E: Debug> Debug for (A, B, C, D, E) {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut tuple = f.debug_tuple("");
            tuple.field(&self.0);
            tuple.field(&self.1);
            tuple.field(&self.2);
            tuple.field(&self.3);
            tuple.field(&self.4);
            tuple.finish()
        }
    }
    impl<A: Debug, B: Debug, C: Debug, D: Debug, E: Debug, F: Debug> Debug for (A, B, C, D, E, F) {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut tuple = f.debug_tuple("");
            tuple.field(&self.0);
            tuple.field(&self.1);
            tuple.field(&self.2);
            tuple.field(&self.3);
            tuple.field(&self.4);
            tuple.field(&self.5);
            tuple.finish()
        }
    }
}

pub mod hash {
    pub trait Hasher {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
        fn write_u8(&mut self, i: u8) {
            self.write(&[i])
        }
        fn write_u32(&mut self, i: u32) {
            self.write(&i.to_ne_bytes())
        }
        fn write_u64(&mut self, i: u64) {
            self.write(&i.to_ne_bytes())
        }
        fn write_usize(&mut self, i: usize) {
            self.write(&i.to_ne_bytes())
        }
    }
    pub trait Hash {
        fn hash<H: Hasher>(&self, state: &mut H);
    }
    #[lang = "int"]
    impl<I> Hash for I {
        fn hash<H: Hasher>(&self, state: &mut H) {
            Hasher::write(state, &(*self).to_ne_bytes())
        }
    }
    impl Hash for bool {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write_u8(*self as u8)
        }
    }
    impl Hash for char {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write_u32(*self as u32)
        }
    }
    impl Hash for str {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write(self.as_bytes());
            state.write_u8(0xff)
        }
    }
    impl<T: Hash + ?Sized> Hash for &T {
        fn hash<H: Hasher>(&self, state: &mut H) {
            (**self).hash(state)
        }
    }
    impl<T: Hash + ?Sized> Hash for &mut T {
        fn hash<H: Hasher>(&self, state: &mut H) {
            (**self).hash(state)
        }
    }
    impl<T: Hash> Hash for [T] {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write_usize(self.len());
            let mut i = 0;
            while i < self.len() {
                self[i].hash(state);
                i += 1;
            }
        }
    }
    impl<T: Hash, const N: usize> Hash for [T; N] {
        fn hash<H: Hasher>(&self, state: &mut H) {
            Hash::hash(self as &[T], state)
        }
    }
    impl Hash for () {
        fn hash<H: Hasher>(&self, state: &mut H) {}
    }
    impl<A: Hash, B: Hash> Hash for (A, B) {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.hash(state);
            self.1.hash(state);
        }
    }
}

pub mod marker {
    #[lang = "sized"]
    pub trait Sized {}
    #[lang = "copy"]
    pub trait Copy: Clone {}
    #[auto]
    pub trait Send {}
    #[auto]
    pub trait Sync {}
    #[auto]
    pub trait Unpin {}

    pub struct PhantomData<T: ?Sized>;
    impl<T> Copy for PhantomData<T> {}
    impl<T> Clone for PhantomData<T> {
        fn clone(&self) -> PhantomData<T> {
            *self
        }
    }
    impl<T> Default for PhantomData<T> {
        fn default() -> PhantomData<T> {
            PhantomData
        }
    }
    impl<T> PartialEq for PhantomData<T> {
        fn eq(&self, other: &PhantomData<T>) -> bool {
            true
        }
    }
    impl<T> Eq for PhantomData<T> {}

    #[lang = "pinned"]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct PhantomPinned;
}

pub mod option {
    #[lang = "option"]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Option<T> {
        None,
        Some(T),
    }
    use Option::*;

    impl<T> Option<T> {
        pub fn is_some(&self) -> bool {
            match *self {
                Some(_) => true,
                None => false,
            }
        }
        pub fn is_none(&self) -> bool {
            !self.is_some()
        }
        pub fn unwrap(self) -> T {
            match self {
                Some(v) => v,
                None => panic!("called `Option::unwrap()` on a `None` value"),
            }
        }
        pub fn expect(self, message: &str) -> T {
            match self {
                Some(v) => v,
                None => panic!("{}", message),
            }
        }
        pub fn unwrap_or(self, default: T) -> T {
            match self {
                Some(v) => v,
                None => default,
            }
        }
        pub fn unwrap_or_default(self) -> T {
            match self {
                Some(v) => v,
                None => Default::default(),
            }
        }
        pub fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T {
            match self {
                Some(v) => v,
                None => f(),
            }
        }
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {
            match self {
                Some(v) => Some(f(v)),
                None => None,
            }
        }
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
            match self {
                Some(v) => f(v),
                None => default,
            }
        }
        pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
            match self {
                Some(v) => f(v),
                None => default(),
            }
        }
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Option<T> {
            if let Some(ref v) = self {
                f(v);
            }
            self
        }
        pub fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U> {
            match self {
                Some(v) => f(v),
                None => None,
            }
        }
        pub fn or_else<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T> {
            match self {
                v @ Some(_) => v,
                None => f(),
            }
        }
        pub fn filter<P: FnOnce(&T) -> bool>(self, predicate: P) -> Option<T> {
            if let Some(v) = self {
                if predicate(&v) {
                    return Some(v);
                }
            }
            None
        }
        pub fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool {
            match self {
                None => false,
                Some(v) => f(v),
            }
        }
        pub fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool {
            match self {
                None => true,
                Some(v) => f(v),
            }
        }
        pub fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> Result<T, E> {
            match self {
                Some(v) => Ok(v),
                None => Err(err()),
            }
        }
        pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {
            if let None = self {
                *self = Some(f());
            }
            match self {
                Some(v) => v,
                None => unsafe { crate::hint::unreachable_unchecked() },
            }
        }
        pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T> {
            if self.as_mut().map_or(false, predicate) {
                self.take()
            } else {
                None
            }
        }
        pub unsafe fn unwrap_unchecked(self) -> T {
            match self {
                Some(v) => v,
                None => intrinsics::unreachable(),
            }
        }
        pub fn as_ref(&self) -> Option<&T> {
            match *self {
                Some(ref v) => Some(v),
                None => None,
            }
        }
        pub fn as_mut(&mut self) -> Option<&mut T> {
            match *self {
                Some(ref mut v) => Some(v),
                None => None,
            }
        }
        pub fn take(&mut self) -> Option<T> {
            crate::mem::replace(self, None)
        }
        pub fn replace(&mut self, value: T) -> Option<T> {
            crate::mem::replace(self, Some(value))
        }
        pub fn insert(&mut self, value: T) -> &mut T {
            *self = Some(value);
            self.as_mut().unwrap()
        }
        pub fn get_or_insert(&mut self, value: T) -> &mut T {
            if self.is_none() {
                *self = Some(value);
            }
            self.as_mut().unwrap()
        }
        pub fn ok_or<E>(self, err: E) -> Result<T, E> {
            match self {
                Some(v) => Ok(v),
                None => Err(err),
            }
        }
        pub fn and<U>(self, other: Option<U>) -> Option<U> {
            match self {
                Some(_) => other,
                None => None,
            }
        }
        pub fn or(self, other: Option<T>) -> Option<T> {
            match self {
                Some(v) => Some(v),
                None => other,
            }
        }
        pub fn xor(self, other: Option<T>) -> Option<T> {
            match (self, other) {
                (Some(a), None) => Some(a),
                (None, Some(b)) => Some(b),
                _ => None,
            }
        }
        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {
            match (self, other) {
                (Some(a), Some(b)) => Some((a, b)),
                _ => None,
            }
        }
    }

    impl<T> Default for Option<T> {
        fn default() -> Option<T> {
            None
        }
    }
    impl<T> From<T> for Option<T> {
        fn from(value: T) -> Option<T> {
            Some(value)
        }
    }

    impl<T> Option<&T> {
        pub fn copied(self) -> Option<T> {
            match self {
                Some(v) => Some(*v),
                None => None,
            }
        }
        pub fn cloned(self) -> Option<T> {
            match self {
                Some(v) => Some(Clone::clone(v)),
                None => None,
            }
        }
    }
    impl<T> Option<&mut T> {
        pub fn copied(self) -> Option<T> {
            match self {
                Some(v) => Some(*v),
                None => None,
            }
        }
    }
}

pub mod result {
    #[lang = "result"]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Result<T, E> {
        Ok(T),
        Err(E),
    }
    use Result::*;

    impl<T, E> Result<T, E> {
        pub fn is_ok(&self) -> bool {
            match *self {
                Ok(_) => true,
                Err(_) => false,
            }
        }
        pub fn is_err(&self) -> bool {
            !self.is_ok()
        }
        pub fn unwrap(self) -> T {
            match self {
                Ok(v) => v,
                Err(e) => panic!("called `Result::unwrap()` on an `Err` value: {:?}", e),
            }
        }
        pub fn unwrap_err(self) -> E {
            match self {
                Ok(v) => panic!("called `Result::unwrap_err()` on an `Ok` value: {:?}", v),
                Err(e) => e,
            }
        }
        pub fn expect(self, message: &str) -> T {
            match self {
                Ok(v) => v,
                Err(e) => panic!("{}: {:?}", message, e),
            }
        }
        pub fn unwrap_or(self, default: T) -> T {
            match self {
                Ok(v) => v,
                Err(_) => default,
            }
        }
        pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T {
            match self {
                Ok(v) => v,
                Err(e) => op(e),
            }
        }
        pub fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E> {
            match self {
                Ok(v) => Ok(op(v)),
                Err(e) => Err(e),
            }
        }
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
            match self {
                Ok(v) => f(v),
                Err(_) => default,
            }
        }
        pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
            match self {
                Ok(v) => f(v),
                Err(e) => default(e),
            }
        }
        pub fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F> {
            match self {
                Ok(v) => Ok(v),
                Err(e) => Err(op(e)),
            }
        }
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Result<T, E> {
            if let Ok(ref v) = self {
                f(v);
            }
            self
        }
        pub fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Result<T, E> {
            if let Err(ref e) = self {
                f(e);
            }
            self
        }
        pub fn and<U>(self, res: Result<U, E>) -> Result<U, E> {
            match self {
                Ok(_) => res,
                Err(e) => Err(e),
            }
        }
        pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E> {
            match self {
                Ok(v) => op(v),
                Err(e) => Err(e),
            }
        }
        pub fn or<F>(self, res: Result<T, F>) -> Result<T, F> {
            match self {
                Ok(v) => Ok(v),
                Err(_) => res,
            }
        }
        pub fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F> {
            match self {
                Ok(v) => Ok(v),
                Err(e) => op(e),
            }
        }
        pub fn is_ok_and(self, f: impl FnOnce(T) -> bool) -> bool {
            match self {
                Err(_) => false,
                Ok(v) => f(v),
            }
        }
        pub fn is_err_and(self, f: impl FnOnce(E) -> bool) -> bool {
            match self {
                Ok(_) => false,
                Err(e) => f(e),
            }
        }
        pub unsafe fn unwrap_unchecked(self) -> T {
            match self {
                Ok(v) => v,
                Err(_) => intrinsics::unreachable(),
            }
        }
        pub unsafe fn unwrap_err_unchecked(self) -> E {
            match self {
                Ok(_) => intrinsics::unreachable(),
                Err(e) => e,
            }
        }
        pub fn ok(self) -> Option<T> {
            match self {
                Ok(v) => Some(v),
                Err(_) => None,
            }
        }
        pub fn err(self) -> Option<E> {
            match self {
                Ok(_) => None,
                Err(e) => Some(e),
            }
        }
        pub fn as_ref(&self) -> Result<&T, &E> {
            match *self {
                Ok(ref v) => Ok(v),
                Err(ref e) => Err(e),
            }
        }
        pub fn as_mut(&mut self) -> Result<&mut T, &mut E> {
            match *self {
                Ok(ref mut v) => Ok(v),
                Err(ref mut e) => Err(e),
            }
        }
    }
}

pub mod boxed {
    #[lang = "owned_box"]
    pub struct Box<T: ?Sized>(T);

    impl<T> Box<T> {
        pub fn new(x: T) -> Box<T> {
            intrinsics::box_new::<T>(x)
        }
        pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
            crate::mem::transmute::<*mut T, Box<T>>(raw)
        }
        pub fn into_raw(b: Box<T>) -> *mut T {
            let mut b = crate::mem::ManuallyDrop::new(b);
            &raw mut **b.deref_mut()
        }
        pub fn leak<'a>(b: Box<T>) -> &'a mut T {
            unsafe { &mut *Box::into_raw(b) }
        }
        pub fn as_ptr(b: &Box<T>) -> *const T {
            &raw const **b
        }
        pub fn as_mut_ptr(b: &mut Box<T>) -> *mut T {
            &raw mut **b
        }
    }
    impl<T> AsRef<T> for Box<T> {
        fn as_ref(&self) -> &T {
            &**self
        }
    }
    impl<T> AsMut<T> for Box<T> {
        fn as_mut(&mut self) -> &mut T {
            &mut **self
        }
    }
    impl<T> crate::ops::Deref for Box<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &**self
        }
    }
    impl<T> crate::ops::DerefMut for Box<T> {
        fn deref_mut(&mut self) -> &mut T {
            &mut **self
        }
    }
    impl<T: Clone> Clone for Box<T> {
        fn clone(&self) -> Box<T> {
            Box::new((**self).clone())
        }
    }
    impl<T: Default> Default for Box<T> {
        fn default() -> Box<T> {
            Box::new(T::default())
        }
    }
    impl<T> From<T> for Box<T> {
        fn from(value: T) -> Box<T> {
            Box::new(value)
        }
    }
    impl<T: PartialEq> PartialEq for Box<T> {
        fn eq(&self, other: &Box<T>) -> bool {
            PartialEq::eq(&**self, &**other)
        }
        fn ne(&self, other: &Box<T>) -> bool {
            PartialEq::ne(&**self, &**other)
        }
    }
    impl<T: Eq> Eq for Box<T> {}
    impl<T: PartialOrd> PartialOrd for Box<T> {
        fn partial_cmp(&self, other: &Box<T>) -> Option<crate::cmp::Ordering> {
            PartialOrd::partial_cmp(&**self, &**other)
        }
    }
    impl<T: Ord> Ord for Box<T> {
        fn cmp(&self, other: &Box<T>) -> crate::cmp::Ordering {
            Ord::cmp(&**self, &**other)
        }
    }
    impl<I: Iterator> Iterator for Box<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            (**self).next()
        }
    }
}

pub mod mem {
    #[lang = "transmute"]
    pub unsafe fn transmute<Src, Dst>(src: Src) -> Dst {
        intrinsics::unreachable()
    }
    pub unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
        assert!(
            size_of::<Src>() >= size_of::<Dst>(),
            "cannot transmute_copy if Dst is larger than Src"
        );
        intrinsics::unaligned_read::<Dst>(src as *const Src as *const Dst)
    }
    pub fn swap<T>(x: &mut T, y: &mut T) {
        intrinsics::typed_swap_nonoverlapping::<T>(x, y);
    }
    pub fn replace<T>(dest: &mut T, src: T) -> T {
        let result = intrinsics::typed_read::<T>(dest);
        intrinsics::typed_write::<T>(dest, src);
        result
    }
    pub fn take<T>(dest: &mut T) -> T {
        replace(dest, Default::default())
    }
    #[rustc_no_writable]
    pub fn forget<T>(t: T) {
        intrinsics::forget::<T>(t);
    }
    pub fn drop<T>(_x: T) {}
    pub fn size_of<T>() -> usize {
        intrinsics::size_of::<T>()
    }
    pub fn align_of<T>() -> usize {
        intrinsics::align_of::<T>()
    }
    pub fn size_of_val<T>(val: &T) -> usize {
        intrinsics::size_of_val::<T>(val)
    }
    pub fn align_of_val<T>(val: &T) -> usize {
        intrinsics::align_of_val::<T>(val)
    }
    pub fn needs_drop<T>() -> bool {
        intrinsics::needs_drop::<T>()
    }
    pub unsafe fn zeroed<T>() -> T {
        MaybeUninit::<T>::zeroed().assume_init()
    }
    pub unsafe fn uninitialized<T>() -> T {
        MaybeUninit::<T>::uninit().assume_init()
    }

    #[lang = "manually_drop"]
    #[repr(transparent)]
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
    pub struct ManuallyDrop<T: ?Sized> {
        value: T,
    }
    impl<T> ManuallyDrop<T> {
        #[rustc_no_writable]
        pub fn new(value: T) -> ManuallyDrop<T> {
            ManuallyDrop { value }
        }
        pub fn into_inner(slot: ManuallyDrop<T>) -> T {
            slot.value
        }
        pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
            intrinsics::typed_read::<T>(&slot.value)
        }
        pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
            crate::ptr::drop_in_place::<T>(&mut slot.value)
        }
    }
    impl<T> crate::ops::Deref for ManuallyDrop<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.value
        }
    }
    impl<T> crate::ops::DerefMut for ManuallyDrop<T> {
        fn deref_mut(&mut self) -> &mut T {
            &mut self.value
        }
    }

    #[repr(transparent)]
    pub union MaybeUninit<T> {
        uninit: (),
        value: ManuallyDrop<T>,
    }
    impl<T: Copy> Copy for MaybeUninit<T> {}
    impl<T: Copy> Clone for MaybeUninit<T> {
        fn clone(&self) -> MaybeUninit<T> {
            *self
        }
    }

    impl<T> MaybeUninit<T> {
        pub fn new(val: T) -> MaybeUninit<T> {
            MaybeUninit { value: ManuallyDrop::new(val) }
        }
        pub fn uninit() -> MaybeUninit<T> {
            MaybeUninit { uninit: () }
        }
        pub fn zeroed() -> MaybeUninit<T> {
            let mut u = MaybeUninit::<T>::uninit();
            intrinsics::write_bytes::<T>(u.as_mut_ptr(), 0u8, 1usize);
            u
        }
        pub fn write(&mut self, val: T) -> &mut T {
            *self = MaybeUninit::new(val);
            unsafe { self.assume_init_mut() }
        }
        pub fn as_ptr(&self) -> *const T {
            self as *const MaybeUninit<T> as *const T
        }
        pub fn as_mut_ptr(&mut self) -> *mut T {
            self as *mut MaybeUninit<T> as *mut T
        }
        pub unsafe fn assume_init(self) -> T {
            ManuallyDrop::into_inner(self.value)
        }
        pub unsafe fn assume_init_read(&self) -> T {
            intrinsics::typed_read::<T>(self.as_ptr())
        }
        pub unsafe fn assume_init_drop(&mut self) {
            crate::ptr::drop_in_place::<T>(self.as_mut_ptr())
        }
        pub unsafe fn assume_init_ref(&self) -> &T {
            &*self.as_ptr()
        }
        pub unsafe fn assume_init_mut(&mut self) -> &mut T {
            &mut *self.as_mut_ptr()
        }
    }
}

pub mod ptr {
    use crate::mem::{align_of, size_of};

    pub unsafe fn read<T>(src: *const T) -> T {
        intrinsics::typed_read::<T>(src)
    }
    pub unsafe fn write<T>(dst: *mut T, src: T) {
        intrinsics::typed_write::<T>(dst, src)
    }
    pub unsafe fn read_volatile<T>(src: *const T) -> T {
        intrinsics::volatile_load::<T>(src)
    }
    pub unsafe fn write_volatile<T>(dst: *mut T, src: T) {
        intrinsics::volatile_store::<T>(dst, src)
    }
    pub unsafe fn read_unaligned<T>(src: *const T) -> T {
        intrinsics::unaligned_read::<T>(src)
    }
    pub unsafe fn write_unaligned<T>(dst: *mut T, src: T) {
        intrinsics::unaligned_write::<T>(dst, src)
    }
    pub unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {
        intrinsics::copy::<T>(src, dst, count)
    }
    pub unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {
        intrinsics::copy_nonoverlapping::<T>(src, dst, count)
    }
    pub unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {
        intrinsics::write_bytes::<T>(dst, val, count)
    }
    pub unsafe fn swap<T>(a: *mut T, b: *mut T) {
        let mut tmp = crate::mem::MaybeUninit::<T>::uninit();
        intrinsics::copy_nonoverlapping::<T>(a, tmp.as_mut_ptr(), 1);
        intrinsics::copy::<T>(b, a, 1);
        intrinsics::copy_nonoverlapping::<T>(tmp.as_ptr(), b, 1);
    }
    pub unsafe fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {
        let bytes = intrinsics::unchecked_mul::<usize>(count, size_of::<T>());
        let (a, b) = (x.addr(), y.addr());
        let distance = if a < b { b.wrapping_sub(a) } else { a.wrapping_sub(b) };
        intrinsics::assert_unsafe_precondition(x.is_aligned() && y.is_aligned());
        intrinsics::assert_unsafe_precondition(bytes <= distance);
        let mut i = 0;
        while i < count {
            swap(x.add(i), y.add(i));
            i += 1;
        }
    }
    pub unsafe fn replace<T>(dst: *mut T, src: T) -> T {
        let result = intrinsics::typed_read::<T>(dst);
        intrinsics::typed_write::<T>(dst, src);
        result
    }
    pub unsafe fn drop_in_place<T>(to_drop: *mut T) {
        intrinsics::drop_in_place::<T>(to_drop)
    }
    pub fn null<T>() -> *const T {
        without_provenance(0)
    }
    pub fn null_mut<T>() -> *mut T {
        without_provenance_mut(0)
    }
    pub fn without_provenance<T>(addr: usize) -> *const T {
        crate::mem::transmute::<usize, *const T>(addr)
    }
    pub fn without_provenance_mut<T>(addr: usize) -> *mut T {
        crate::mem::transmute::<usize, *mut T>(addr)
    }
    pub fn dangling<T>() -> *const T {
        without_provenance(align_of::<T>())
    }
    pub fn dangling_mut<T>() -> *mut T {
        without_provenance_mut(align_of::<T>())
    }
    pub fn with_exposed_provenance<T>(addr: usize) -> *const T {
        addr as *const T
    }
    pub fn with_exposed_provenance_mut<T>(addr: usize) -> *mut T {
        addr as *mut T
    }
    pub fn eq<T>(a: *const T, b: *const T) -> bool {
        a == b
    }
    pub fn addr_eq<T, U>(a: *const T, b: *const U) -> bool {
        (a as *const ()) == (b as *const ())
    }
    pub fn fn_addr_eq<T, U>(a: T, b: U) -> bool {
        (a as *const ()) == (b as *const ())
    }
    pub fn from_ref<T>(r: &T) -> *const T {
        r
    }
    pub fn from_mut<T>(r: &mut T) -> *mut T {
        r
    }
    pub fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {
        intrinsics::slice_from_raw_parts::<T>(data, len)
    }
    pub fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {
        intrinsics::slice_from_raw_parts::<T>(data, len) as *mut [T]
    }

    impl<T> *const T {
        pub fn is_null(self) -> bool {
            self.addr() == 0
        }
        pub fn cast<U>(self) -> *const U {
            self as *const U
        }
        pub fn cast_mut(self) -> *mut T {
            self as *mut T
        }
        pub fn addr(self) -> usize {
            crate::mem::transmute::<*const (), usize>(self as *const ())
        }
        pub fn with_addr(self, addr: usize) -> *const T {
            intrinsics::with_addr::<T>(self, addr)
        }
        pub fn expose_provenance(self) -> usize {
            self as *const () as usize
        }
        pub unsafe fn read(self) -> T {
            intrinsics::typed_read::<T>(self)
        }
        pub unsafe fn read_volatile(self) -> T {
            intrinsics::volatile_load::<T>(self)
        }
        pub unsafe fn read_unaligned(self) -> T {
            intrinsics::unaligned_read::<T>(self)
        }
        pub unsafe fn add(self, count: usize) -> *const T {
            intrinsics::offset_usize::<T>(self, count)
        }
        pub unsafe fn sub(self, count: usize) -> *const T {
            intrinsics::sub_usize::<T>(self, count)
        }
        pub unsafe fn offset(self, count: isize) -> *const T {
            intrinsics::offset::<T>(self, count)
        }
        pub unsafe fn byte_add(self, count: usize) -> *const T {
            intrinsics::offset_usize::<u8>(self as *const u8, count) as *const T
        }
        pub unsafe fn byte_sub(self, count: usize) -> *const T {
            intrinsics::sub_usize::<u8>(self as *const u8, count) as *const T
        }
        pub unsafe fn byte_offset(self, count: isize) -> *const T {
            intrinsics::offset::<u8>(self as *const u8, count) as *const T
        }
        pub fn wrapping_add(self, count: usize) -> *const T {
            intrinsics::arith_offset::<T>(self, count as isize)
        }
        pub fn wrapping_sub(self, count: usize) -> *const T {
            intrinsics::arith_offset::<T>(self, (count as isize).wrapping_neg())
        }
        pub fn wrapping_offset(self, count: isize) -> *const T {
            intrinsics::arith_offset::<T>(self, count)
        }
        pub fn wrapping_byte_add(self, count: usize) -> *const T {
            intrinsics::arith_offset::<u8>(self as *const u8, count as isize) as *const T
        }
        pub fn wrapping_byte_sub(self, count: usize) -> *const T {
            intrinsics::arith_offset::<u8>(self as *const u8, (count as isize).wrapping_neg())
                as *const T
        }
        pub fn wrapping_byte_offset(self, count: isize) -> *const T {
            intrinsics::arith_offset::<u8>(self as *const u8, count) as *const T
        }
        pub unsafe fn offset_from(self, origin: *const T) -> isize {
            intrinsics::ptr_offset_from::<T>(self, origin)
        }
        pub unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
            intrinsics::ptr_offset_from_unsigned::<T>(self, origin)
        }
        pub unsafe fn byte_offset_from<U>(self, origin: *const U) -> isize {
            intrinsics::ptr_offset_from::<u8>(self as *const u8, origin as *const u8)
        }
        pub unsafe fn copy_to(self, dest: *mut T, count: usize) {
            intrinsics::copy::<T>(self, dest, count)
        }
        pub unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(self, dest, count)
        }
        pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
            if self.is_null() {
                None
            } else {
                Some(&*self)
            }
        }
        pub unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
            &*self
        }
        pub fn is_aligned(self) -> bool {
            self.addr() % align_of::<T>() == 0
        }
        pub fn align_offset(self, align: usize) -> usize {
            if !align.is_power_of_two() {
                panic!("align_offset: align is not a power-of-two");
            }
            let bytes = (align - self.addr() % align) % align;
            let size = size_of::<T>();
            if bytes == 0 {
                0
            } else if size == 0 || bytes % size != 0 {
                usize::MAX
            } else {
                bytes / size
            }
        }
    }

    impl<T> *mut T {
        pub fn is_null(self) -> bool {
            self.addr() == 0
        }
        pub fn cast<U>(self) -> *mut U {
            self as *mut U
        }
        pub fn cast_const(self) -> *const T {
            self as *const T
        }
        pub fn addr(self) -> usize {
            crate::mem::transmute::<*mut (), usize>(self as *mut ())
        }
        pub fn with_addr(self, addr: usize) -> *mut T {
            intrinsics::with_addr::<T>(self, addr) as *mut T
        }
        pub fn expose_provenance(self) -> usize {
            self as *mut () as usize
        }
        pub unsafe fn read(self) -> T {
            intrinsics::typed_read::<T>(self)
        }
        pub unsafe fn read_volatile(self) -> T {
            intrinsics::volatile_load::<T>(self)
        }
        pub unsafe fn read_unaligned(self) -> T {
            intrinsics::unaligned_read::<T>(self)
        }
        pub unsafe fn write(self, val: T) {
            intrinsics::typed_write::<T>(self, val)
        }
        pub unsafe fn write_volatile(self, val: T) {
            intrinsics::volatile_store::<T>(self, val)
        }
        pub unsafe fn write_unaligned(self, val: T) {
            intrinsics::unaligned_write::<T>(self, val)
        }
        pub unsafe fn write_bytes(self, val: u8, count: usize) {
            intrinsics::write_bytes::<T>(self, val, count)
        }
        pub unsafe fn replace(self, src: T) -> T {
            crate::ptr::replace(self, src)
        }
        pub unsafe fn swap(self, with: *mut T) {
            crate::ptr::swap(self, with)
        }
        pub unsafe fn drop_in_place(self) {
            crate::ptr::drop_in_place(self)
        }
        pub unsafe fn add(self, count: usize) -> *mut T {
            intrinsics::offset_usize::<T>(self, count) as *mut T
        }
        pub unsafe fn sub(self, count: usize) -> *mut T {
            intrinsics::sub_usize::<T>(self, count) as *mut T
        }
        pub unsafe fn offset(self, count: isize) -> *mut T {
            intrinsics::offset::<T>(self, count) as *mut T
        }
        pub unsafe fn byte_add(self, count: usize) -> *mut T {
            intrinsics::offset_usize::<u8>(self as *const u8, count) as *mut T
        }
        pub unsafe fn byte_sub(self, count: usize) -> *mut T {
            intrinsics::sub_usize::<u8>(self as *const u8, count) as *mut T
        }
        pub unsafe fn byte_offset(self, count: isize) -> *mut T {
            intrinsics::offset::<u8>(self as *const u8, count) as *mut T
        }
        pub fn wrapping_add(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<T>(self, count as isize) as *mut T
        }
        pub fn wrapping_sub(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<T>(self, (count as isize).wrapping_neg()) as *mut T
        }
        pub fn wrapping_offset(self, count: isize) -> *mut T {
            intrinsics::arith_offset::<T>(self, count) as *mut T
        }
        pub fn wrapping_byte_add(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<u8>(self as *const u8, count as isize) as *mut T
        }
        pub fn wrapping_byte_sub(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<u8>(self as *const u8, (count as isize).wrapping_neg())
                as *mut T
        }
        pub fn wrapping_byte_offset(self, count: isize) -> *mut T {
            intrinsics::arith_offset::<u8>(self as *const u8, count) as *mut T
        }
        pub unsafe fn offset_from(self, origin: *const T) -> isize {
            intrinsics::ptr_offset_from::<T>(self, origin)
        }
        pub unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
            intrinsics::ptr_offset_from_unsigned::<T>(self, origin)
        }
        pub unsafe fn byte_offset_from<U>(self, origin: *const U) -> isize {
            intrinsics::ptr_offset_from::<u8>(self as *const u8, origin as *const u8)
        }
        pub unsafe fn copy_to(self, dest: *mut T, count: usize) {
            intrinsics::copy::<T>(self, dest, count)
        }
        pub unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(self, dest, count)
        }
        pub unsafe fn copy_from(self, src: *const T, count: usize) {
            intrinsics::copy::<T>(src, self, count)
        }
        pub unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(src, self, count)
        }
        pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
            if self.is_null() {
                None
            } else {
                Some(&*self)
            }
        }
        pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
            if self.is_null() {
                None
            } else {
                Some(&mut *self)
            }
        }
        pub unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
            &*self
        }
        pub unsafe fn as_mut_unchecked<'a>(self) -> &'a mut T {
            &mut *self
        }
        pub fn is_aligned(self) -> bool {
            self.addr() % align_of::<T>() == 0
        }
        pub fn align_offset(self, align: usize) -> usize {
            (self as *const T).align_offset(align)
        }
    }

    impl<T> *const [T] {
        pub fn len(self) -> usize {
            intrinsics::slice_len::<T>(self)
        }
        pub fn is_empty(self) -> bool {
            self.len() == 0
        }
        pub fn as_ptr(self) -> *const T {
            self as *const T
        }
    }
    impl<T> *mut [T] {
        pub fn len(self) -> usize {
            intrinsics::slice_len::<T>(self)
        }
        pub fn is_empty(self) -> bool {
            self.len() == 0
        }
        pub fn as_mut_ptr(self) -> *mut T {
            self as *mut T
        }
    }

    #[lang = "not_zero"]
    #[repr(transparent)]
    #[coerce_unsized]
    pub struct NonNull<T: ?Sized> {
        pointer: *const T,
    }
    impl<T> Copy for NonNull<T> {}
    impl<T> Clone for NonNull<T> {
        fn clone(&self) -> NonNull<T> {
            *self
        }
    }
    impl<T> PartialEq for NonNull<T> {
        fn eq(&self, other: &NonNull<T>) -> bool {
            self.pointer == other.pointer
        }
    }
    impl<T> Eq for NonNull<T> {}
    impl<T> From<&T> for NonNull<T> {
        fn from(r: &T) -> NonNull<T> {
            NonNull { pointer: r }
        }
    }
    impl<T> From<&mut T> for NonNull<T> {
        fn from(r: &mut T) -> NonNull<T> {
            NonNull { pointer: r as *mut T }
        }
    }

    impl<T> NonNull<T> {
        pub fn new(ptr: *mut T) -> Option<NonNull<T>> {
            if ptr.is_null() {
                None
            } else {
                Some(NonNull { pointer: ptr })
            }
        }
        pub unsafe fn new_unchecked(ptr: *mut T) -> NonNull<T> {
            intrinsics::assert_unsafe_precondition(!ptr.is_null());
            NonNull { pointer: ptr }
        }
        pub fn dangling() -> NonNull<T> {
            NonNull { pointer: dangling::<T>() }
        }
        pub fn from_ref(r: &T) -> NonNull<T> {
            NonNull { pointer: r }
        }
        pub fn from_mut(r: &mut T) -> NonNull<T> {
            NonNull { pointer: r as *mut T }
        }
        pub fn as_ptr(self) -> *mut T {
            self.pointer as *mut T
        }
        pub unsafe fn as_ref<'a>(&self) -> &'a T {
            &*self.pointer
        }
        pub unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
            &mut *(self.pointer as *mut T)
        }
        pub fn cast<U>(self) -> NonNull<U> {
            NonNull { pointer: self.pointer as *const U }
        }
        pub fn addr(self) -> usize {
            self.pointer.addr()
        }
        pub unsafe fn read(self) -> T {
            intrinsics::typed_read::<T>(self.pointer)
        }
        pub unsafe fn write(self, val: T) {
            intrinsics::typed_write::<T>(self.pointer as *mut T, val)
        }
        pub unsafe fn add(self, count: usize) -> NonNull<T> {
            NonNull { pointer: intrinsics::offset_usize::<T>(self.pointer, count) }
        }
        pub unsafe fn sub(self, count: usize) -> NonNull<T> {
            NonNull { pointer: intrinsics::sub_usize::<T>(self.pointer, count) }
        }
        pub unsafe fn offset(self, count: isize) -> NonNull<T> {
            NonNull { pointer: intrinsics::offset::<T>(self.pointer, count) }
        }
        pub unsafe fn offset_from(self, origin: NonNull<T>) -> isize {
            intrinsics::ptr_offset_from::<T>(self.pointer, origin.pointer)
        }
        pub unsafe fn replace(self, src: T) -> T {
            crate::ptr::replace(self.pointer as *mut T, src)
        }
        pub unsafe fn swap(self, with: NonNull<T>) {
            crate::ptr::swap(self.pointer as *mut T, with.pointer as *mut T)
        }
        pub unsafe fn write_bytes(self, val: u8, count: usize) {
            intrinsics::write_bytes::<T>(self.pointer as *mut T, val, count)
        }
        pub unsafe fn copy_to(self, dest: NonNull<T>, count: usize) {
            intrinsics::copy::<T>(self.pointer, dest.pointer as *mut T, count)
        }
        pub unsafe fn copy_to_nonoverlapping(self, dest: NonNull<T>, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(self.pointer, dest.pointer as *mut T, count)
        }
        pub unsafe fn drop_in_place(self) {
            crate::ptr::drop_in_place(self.pointer as *mut T)
        }
    }
}

pub mod cell {
    pub use crate::more::OnceCell;
    pub use crate::refcell::{BorrowError, BorrowMutError, Ref, RefCell, RefMut};

    #[lang = "unsafe_cell"]
    #[repr(transparent)]
    pub struct UnsafeCell<T: ?Sized> {
        value: T,
    }
    impl<T> UnsafeCell<T> {
        pub fn new(value: T) -> UnsafeCell<T> {
            UnsafeCell { value }
        }
        pub fn into_inner(self) -> T {
            self.value
        }
        pub fn get(&self) -> *mut T {
            self as *const UnsafeCell<T> as *const T as *mut T
        }
        pub fn get_mut(&mut self) -> &mut T {
            &mut self.value
        }
        pub fn raw_get(this: *const UnsafeCell<T>) -> *mut T {
            this as *const T as *mut T
        }
    }

    #[repr(transparent)]
    pub struct Cell<T: ?Sized> {
        value: UnsafeCell<T>,
    }
    impl<T> Cell<T> {
        pub fn new(value: T) -> Cell<T> {
            Cell { value: UnsafeCell::new(value) }
        }
        pub fn set(&self, val: T) {
            self.replace(val);
        }
        pub fn get(&self) -> T {
            unsafe { *self.value.get() }
        }
        pub fn replace(&self, val: T) -> T {
            crate::mem::replace(unsafe { &mut *self.value.get() }, val)
        }
        pub fn take(&self) -> T {
            self.replace(Default::default())
        }
        pub fn into_inner(self) -> T {
            self.value.into_inner()
        }
        pub fn swap(&self, other: &Cell<T>) {
            if self as *const Cell<T> == other as *const Cell<T> {
                return;
            }
            crate::ptr::swap(self.value.get(), other.value.get())
        }
        pub fn as_ptr(&self) -> *mut T {
            self.value.get()
        }
        pub fn get_mut(&mut self) -> &mut T {
            self.value.get_mut()
        }
        pub fn from_mut(t: &mut T) -> &Cell<T> {
            unsafe { &*(t as *mut T as *const Cell<T>) }
        }
    }
    impl<T: Copy> Clone for Cell<T> {
        fn clone(&self) -> Cell<T> {
            Cell::new(self.get())
        }
    }
    impl<T: Default> Default for Cell<T> {
        fn default() -> Cell<T> {
            Cell::new(T::default())
        }
    }
    impl<T> From<T> for Cell<T> {
        fn from(t: T) -> Cell<T> {
            Cell::new(t)
        }
    }
    impl<T: PartialEq + Copy> PartialEq for Cell<T> {
        fn eq(&self, other: &Cell<T>) -> bool {
            self.get() == other.get()
        }
    }
    impl<T: Default> Default for UnsafeCell<T> {
        fn default() -> UnsafeCell<T> {
            UnsafeCell::new(T::default())
        }
    }
    impl<T> From<T> for UnsafeCell<T> {
        fn from(t: T) -> UnsafeCell<T> {
            UnsafeCell::new(t)
        }
    }
}

pub mod alloc {
    use crate::mem::{align_of, size_of};

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct LayoutError;

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct Layout {
        size: usize,
        align: usize,
    }
    impl Layout {
        fn is_valid(size: usize, align: usize) -> bool {
            align.is_power_of_two() && size <= isize::MAX as usize + 1 - align
        }
        pub fn new<T>() -> Layout {
            Layout { size: size_of::<T>(), align: align_of::<T>() }
        }
        pub fn for_value<T>(t: &T) -> Layout {
            Layout { size: crate::mem::size_of_val(t), align: crate::mem::align_of_val(t) }
        }
        pub fn from_size_align(size: usize, align: usize) -> Result<Layout, LayoutError> {
            if Layout::is_valid(size, align) {
                Ok(Layout { size, align })
            } else {
                Err(LayoutError)
            }
        }
        pub unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Layout {
            intrinsics::assert_unsafe_precondition(Layout::is_valid(size, align));
            Layout { size, align }
        }
        pub fn array<T>(n: usize) -> Result<Layout, LayoutError> {
            match size_of::<T>().checked_mul(n) {
                Some(size) => Layout::from_size_align(size, align_of::<T>()),
                None => Err(LayoutError),
            }
        }
        pub fn size(&self) -> usize {
            self.size
        }
        pub fn align(&self) -> usize {
            self.align
        }
    }

    pub unsafe fn alloc(layout: Layout) -> *mut u8 {
        intrinsics::alloc(layout.size, layout.align)
    }
    pub unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {
        intrinsics::alloc_zeroed(layout.size, layout.align)
    }
    pub unsafe fn dealloc(ptr: *mut u8, layout: Layout) {
        intrinsics::dealloc(ptr, layout.size, layout.align)
    }
    pub unsafe fn realloc(ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        intrinsics::realloc(ptr, layout.size, layout.align, new_size)
    }
    pub fn handle_alloc_error(layout: Layout) -> ! {
        intrinsics::abort()
    }

    // `alloc::boxed`, `alloc::alloc::alloc`: the crate alloc is this crate, so its module `alloc`
    // is found by either name.
}

pub mod hint {
    pub fn black_box<T>(dummy: T) -> T {
        intrinsics::black_box::<T>(dummy)
    }
    pub unsafe fn unreachable_unchecked() -> ! {
        intrinsics::unreachable()
    }
    pub unsafe fn assert_unchecked(cond: bool) {
        intrinsics::assume(cond)
    }
    pub fn select_unpredictable<T>(condition: bool, true_val: T, false_val: T) -> T {
        if intrinsics::needs_drop::<T>() {
            return if condition { true_val } else { false_val }; // the other one is dropped
        }
        intrinsics::select_unpredictable::<T>(condition, true_val, false_val)
    }
    pub fn spin_loop() {}
}

pub mod process {
    #[lang = "main_result"]
    fn report_main<T, E: crate::fmt::Debug>(result: Result<T, E>) {
        if let Err(e) = result {
            eprintln!("Error: {:?}", e);
            intrinsics::exit(1)
        }
    }
    pub fn exit(code: i32) -> ! {
        intrinsics::exit(code)
    }
    pub fn abort() -> ! {
        intrinsics::abort()
    }
}

pub mod convert {
    pub fn identity<T>(x: T) -> T {
        x
    }
    pub enum Infallible {}

    pub trait From<T>: Sized {
        fn from(value: T) -> Self;
    }
    pub trait Into<T>: Sized {
        fn into(self) -> T;
    }
    impl<T> From<T> for T {
        fn from(value: T) -> T {
            value
        }
    }
    impl<T, U: From<T>> Into<U> for T {
        fn into(self) -> U {
            U::from(self)
        }
    }
    #[lang = "lossless"]
    impl<S, I> From<S> for I {
        fn from(value: S) -> I {
            value as I
        }
    }
    impl From<u8> for char {
        fn from(value: u8) -> char {
            value as char
        }
    }

    pub trait AsRef<T: ?Sized> {
        fn as_ref(&self) -> &T;
    }
    pub trait AsMut<T: ?Sized> {
        fn as_mut(&mut self) -> &mut T;
    }
    impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {
        fn as_ref(&self) -> &U {
            <T as AsRef<U>>::as_ref(*self)
        }
    }
    impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T {
        fn as_ref(&self) -> &U {
            <T as AsRef<U>>::as_ref(*self)
        }
    }
    impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T {
        fn as_mut(&mut self) -> &mut U {
            <T as AsMut<U>>::as_mut(*self)
        }
    }
    impl<T> AsRef<[T]> for [T] {
        fn as_ref(&self) -> &[T] {
            self
        }
    }
    impl<T> AsMut<[T]> for [T] {
        fn as_mut(&mut self) -> &mut [T] {
            self
        }
    }
    impl<T, const N: usize> AsRef<[T]> for [T; N] {
        fn as_ref(&self) -> &[T] {
            self
        }
    }
    impl<T, const N: usize> AsMut<[T]> for [T; N] {
        fn as_mut(&mut self) -> &mut [T] {
            self
        }
    }
    impl AsRef<str> for str {
        fn as_ref(&self) -> &str {
            self
        }
    }
    impl AsRef<[u8]> for str {
        fn as_ref(&self) -> &[u8] {
            self.as_bytes()
        }
    }
}

pub mod cmp {
    #[lang = "partial_eq"]
    pub trait PartialEq<Rhs: ?Sized = Self> {
        fn eq(&self, other: &Rhs) -> bool;
        fn ne(&self, other: &Rhs) -> bool {
            !self.eq(other)
        }
    }
    #[lang = "eq"]
    pub trait Eq: PartialEq {}
    #[lang = "partial_ord"]
    pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
        fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
        fn lt(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Less) => true,
                _ => false,
            }
        }
        fn le(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Less | Ordering::Equal) => true,
                _ => false,
            }
        }
        fn gt(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Greater) => true,
                _ => false,
            }
        }
        fn ge(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Greater | Ordering::Equal) => true,
                _ => false,
            }
        }
    }
    pub trait Ord: Eq + PartialOrd {
        fn cmp(&self, other: &Self) -> Ordering;
        fn max(self, other: Self) -> Self
        where
            Self: Sized,
        {
            if other < self {
                self
            } else {
                other
            }
        }
        fn min(self, other: Self) -> Self
        where
            Self: Sized,
        {
            if other < self {
                other
            } else {
                self
            }
        }
        fn clamp(self, min: Self, max: Self) -> Self
        where
            Self: Sized,
        {
            assert!(min <= max);
            if self < min {
                min
            } else if self > max {
                max
            } else {
                self
            }
        }
    }
    #[lang = "int"]
    impl<I> PartialEq for I {
        fn eq(&self, other: &I) -> bool {
            *self == *other
        }
        fn ne(&self, other: &I) -> bool {
            *self != *other
        }
    }
    #[lang = "int"]
    impl<I> Eq for I {}
    #[lang = "int"]
    impl<I> PartialOrd for I {
        fn partial_cmp(&self, other: &I) -> Option<Ordering> {
            Some(Ord::cmp(self, other))
        }
        fn lt(&self, other: &I) -> bool {
            *self < *other
        }
        fn le(&self, other: &I) -> bool {
            *self <= *other
        }
        fn gt(&self, other: &I) -> bool {
            *self > *other
        }
        fn ge(&self, other: &I) -> bool {
            *self >= *other
        }
    }
    #[lang = "int"]
    impl<I> Ord for I {
        fn cmp(&self, other: &I) -> Ordering {
            if *self < *other {
                Ordering::Less
            } else if *self == *other {
                Ordering::Equal
            } else {
                Ordering::Greater
            }
        }
    }
    impl PartialEq for bool {
        fn eq(&self, other: &bool) -> bool {
            *self == *other
        }
        fn ne(&self, other: &bool) -> bool {
            *self != *other
        }
    }
    impl Eq for bool {}
    impl PartialOrd for bool {
        fn partial_cmp(&self, other: &bool) -> Option<Ordering> {
            Some(Ord::cmp(self, other))
        }
        fn lt(&self, other: &bool) -> bool {
            *self < *other
        }
        fn le(&self, other: &bool) -> bool {
            *self <= *other
        }
        fn gt(&self, other: &bool) -> bool {
            *self > *other
        }
        fn ge(&self, other: &bool) -> bool {
            *self >= *other
        }
    }
    impl Ord for bool {
        fn cmp(&self, other: &bool) -> Ordering {
            if *self < *other {
                Ordering::Less
            } else if *self == *other {
                Ordering::Equal
            } else {
                Ordering::Greater
            }
        }
    }
    impl PartialEq for char {
        fn eq(&self, other: &char) -> bool {
            *self == *other
        }
        fn ne(&self, other: &char) -> bool {
            *self != *other
        }
    }
    impl Eq for char {}
    impl PartialOrd for char {
        fn partial_cmp(&self, other: &char) -> Option<Ordering> {
            Some(Ord::cmp(self, other))
        }
        fn lt(&self, other: &char) -> bool {
            *self < *other
        }
        fn le(&self, other: &char) -> bool {
            *self <= *other
        }
        fn gt(&self, other: &char) -> bool {
            *self > *other
        }
        fn ge(&self, other: &char) -> bool {
            *self >= *other
        }
    }
    impl Ord for char {
        fn cmp(&self, other: &char) -> Ordering {
            if *self < *other {
                Ordering::Less
            } else if *self == *other {
                Ordering::Equal
            } else {
                Ordering::Greater
            }
        }
    }
    impl<T> PartialEq for *const T {
        fn eq(&self, other: &*const T) -> bool {
            *self == *other
        }
        fn ne(&self, other: &*const T) -> bool {
            *self != *other
        }
    }
    impl<T> Eq for *const T {}
    impl<T> PartialOrd for *const T {
        fn partial_cmp(&self, other: &*const T) -> Option<Ordering> {
            Some(Ord::cmp(self, other))
        }
        fn lt(&self, other: &*const T) -> bool {
            *self < *other
        }
        fn le(&self, other: &*const T) -> bool {
            *self <= *other
        }
        fn gt(&self, other: &*const T) -> bool {
            *self > *other
        }
        fn ge(&self, other: &*const T) -> bool {
            *self >= *other
        }
    }
    impl<T> Ord for *const T {
        fn cmp(&self, other: &*const T) -> Ordering {
            if *self < *other {
                Ordering::Less
            } else if *self == *other {
                Ordering::Equal
            } else {
                Ordering::Greater
            }
        }
    }
    impl<T> PartialEq for *mut T {
        fn eq(&self, other: &*mut T) -> bool {
            *self == *other
        }
        fn ne(&self, other: &*mut T) -> bool {
            *self != *other
        }
    }
    impl<T> Eq for *mut T {}
    impl<T> PartialOrd for *mut T {
        fn partial_cmp(&self, other: &*mut T) -> Option<Ordering> {
            Some(Ord::cmp(self, other))
        }
        fn lt(&self, other: &*mut T) -> bool {
            *self < *other
        }
        fn le(&self, other: &*mut T) -> bool {
            *self <= *other
        }
        fn gt(&self, other: &*mut T) -> bool {
            *self > *other
        }
        fn ge(&self, other: &*mut T) -> bool {
            *self >= *other
        }
    }
    impl<T> Ord for *mut T {
        fn cmp(&self, other: &*mut T) -> Ordering {
            if *self < *other {
                Ordering::Less
            } else if *self == *other {
                Ordering::Equal
            } else {
                Ordering::Greater
            }
        }
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &A {
        fn eq(&self, other: &&B) -> bool {
            PartialEq::eq(&**self, &**other)
        }
        fn ne(&self, other: &&B) -> bool {
            PartialEq::ne(&**self, &**other)
        }
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &A {
        fn eq(&self, other: &&mut B) -> bool {
            PartialEq::eq(&**self, &**other)
        }
        fn ne(&self, other: &&mut B) -> bool {
            PartialEq::ne(&**self, &**other)
        }
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &mut A {
        fn eq(&self, other: &&B) -> bool {
            PartialEq::eq(&**self, &**other)
        }
        fn ne(&self, other: &&B) -> bool {
            PartialEq::ne(&**self, &**other)
        }
    }
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &mut A {
        fn eq(&self, other: &&mut B) -> bool {
            PartialEq::eq(&**self, &**other)
        }
        fn ne(&self, other: &&mut B) -> bool {
            PartialEq::ne(&**self, &**other)
        }
    }
    impl<A: ?Sized + Eq> Eq for &A {}
    impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&B> for &A {
        fn partial_cmp(&self, other: &&B) -> Option<Ordering> {
            PartialOrd::partial_cmp(&**self, &**other)
        }
    }
    impl<A: ?Sized + Ord> Ord for &A {
        fn cmp(&self, other: &&A) -> Ordering {
            Ord::cmp(&**self, &**other)
        }
    }
    impl<A: ?Sized + Eq> Eq for &mut A {}
    impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&mut B> for &mut A {
        fn partial_cmp(&self, other: &&mut B) -> Option<Ordering> {
            PartialOrd::partial_cmp(&**self, &**other)
        }
    }
    impl<A: ?Sized + Ord> Ord for &mut A {
        fn cmp(&self, other: &&mut A) -> Ordering {
            Ord::cmp(&**self, &**other)
        }
    }
    impl<A: PartialEq<B>, B> PartialEq<[B]> for [A] {
        fn eq(&self, other: &[B]) -> bool {
            if self.len() != other.len() {
                return false;
            }
            let mut i = 0;
            while i < self.len() {
                if self[i] != other[i] {
                    return false;
                }
                i += 1;
            }
            true
        }
    }
    impl<A: PartialEq<B>, B, const N: usize> PartialEq<[B; N]> for [A; N] {
        fn eq(&self, other: &[B; N]) -> bool {
            PartialEq::eq(self as &[A], other as &[B])
        }
    }
    impl<A: PartialEq<B>, B, const N: usize> PartialEq<[B]> for [A; N] {
        fn eq(&self, other: &[B]) -> bool {
            PartialEq::eq(self as &[A], other)
        }
    }
    impl<A: PartialEq<B>, B, const N: usize> PartialEq<[B; N]> for [A] {
        fn eq(&self, other: &[B; N]) -> bool {
            PartialEq::eq(self, other as &[B])
        }
    }
    impl<A: PartialEq<B>, B, const N: usize> PartialEq<&[B]> for [A; N] {
        fn eq(&self, other: &&[B]) -> bool {
            PartialEq::eq(self as &[A], *other)
        }
    }
    impl<A: PartialEq<B>, B, const N: usize> PartialEq<[B; N]> for &[A] {
        fn eq(&self, other: &[B; N]) -> bool {
            PartialEq::eq(*self, other as &[B])
        }
    }
    impl<A: PartialEq<B>, B, const N: usize> PartialEq<[B; N]> for &mut [A] {
        fn eq(&self, other: &[B; N]) -> bool {
            PartialEq::eq(&**self, other as &[B])
        }
    }
    impl<A: Eq> Eq for [A] {}
    impl<A: Eq, const N: usize> Eq for [A; N] {}
    impl<A: PartialOrd> PartialOrd for [A] {
        fn partial_cmp(&self, other: &[A]) -> Option<Ordering> {
            let mut i = 0;
            while i < self.len() && i < other.len() {
                match self[i].partial_cmp(&other[i]) {
                    Some(Ordering::Equal) => {}
                    different => return different,
                }
                i += 1;
            }
            self.len().partial_cmp(&other.len())
        }
    }
    impl<A: Ord> Ord for [A] {
        fn cmp(&self, other: &[A]) -> Ordering {
            let mut i = 0;
            while i < self.len() && i < other.len() {
                match self[i].cmp(&other[i]) {
                    Ordering::Equal => {}
                    different => return different,
                }
                i += 1;
            }
            self.len().cmp(&other.len())
        }
    }
    impl<A: PartialOrd, const N: usize> PartialOrd for [A; N] {
        fn partial_cmp(&self, other: &[A; N]) -> Option<Ordering> {
            PartialOrd::partial_cmp(self as &[A], other as &[A])
        }
    }
    impl<A: Ord, const N: usize> Ord for [A; N] {
        fn cmp(&self, other: &[A; N]) -> Ordering {
            Ord::cmp(self as &[A], other as &[A])
        }
    }
    impl PartialEq for str {
        fn eq(&self, other: &str) -> bool {
            self.len() == other.len()
                && intrinsics::compare_bytes(self.as_ptr(), other.as_ptr(), self.len()) == 0
        }
    }
    impl Eq for str {}
    impl PartialOrd for str {
        fn partial_cmp(&self, other: &str) -> Option<Ordering> {
            Some(Ord::cmp(self, other))
        }
    }
    impl Ord for str {
        fn cmp(&self, other: &str) -> Ordering {
            Ord::cmp(self.as_bytes(), other.as_bytes())
        }
    }
    impl PartialOrd for () {
        fn partial_cmp(&self, other: &()) -> Option<Ordering> {
            Some(Ordering::Equal)
        }
    }
    impl Ord for () {
        fn cmp(&self, other: &()) -> Ordering {
            Ordering::Equal
        }
    }
    impl<A: PartialOrd> PartialOrd for (A,) {
        fn partial_cmp(&self, other: &(A,)) -> Option<Ordering> {
            PartialOrd::partial_cmp(&self.0, &other.0)
        }
    }
    impl<A: Ord> Ord for (A,) {
        fn cmp(&self, other: &(A,)) -> Ordering {
            Ord::cmp(&self.0, &other.0)
        }
    }
    impl<A: PartialOrd, B: PartialOrd> PartialOrd for (A, B) {
        fn partial_cmp(&self, other: &(A, B)) -> Option<Ordering> {
            match PartialOrd::partial_cmp(&self.0, &other.0) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            PartialOrd::partial_cmp(&self.1, &other.1)
        }
    }
    impl<A: Ord, B: Ord> Ord for (A, B) {
        fn cmp(&self, other: &(A, B)) -> Ordering {
            match Ord::cmp(&self.0, &other.0) {
                Ordering::Equal => {}
                different => return different,
            }
            Ord::cmp(&self.1, &other.1)
        }
    }
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd> PartialOrd for (A, B, C) {
        fn partial_cmp(&self, other: &(A, B, C)) -> Option<Ordering> {
            match PartialOrd::partial_cmp(&self.0, &other.0) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.1, &other.1) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            PartialOrd::partial_cmp(&self.2, &other.2)
        }
    }
    impl<A: Ord, B: Ord, C: Ord> Ord for (A, B, C) {
        fn cmp(&self, other: &(A, B, C)) -> Ordering {
            match Ord::cmp(&self.0, &other.0) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.1, &other.1) {
                Ordering::Equal => {}
                different => return different,
            }
            Ord::cmp(&self.2, &other.2)
        }
    }
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd> PartialOrd for (A, B, C, D) {
        fn partial_cmp(&self, other: &(A, B, C, D)) -> Option<Ordering> {
            match PartialOrd::partial_cmp(&self.0, &other.0) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.1, &other.1) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.2, &other.2) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            PartialOrd::partial_cmp(&self.3, &other.3)
        }
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord> Ord for (A, B, C, D) {
        fn cmp(&self, other: &(A, B, C, D)) -> Ordering {
            match Ord::cmp(&self.0, &other.0) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.1, &other.1) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.2, &other.2) {
                Ordering::Equal => {}
                different => return different,
            }
            Ord::cmp(&self.3, &other.3)
        }
    }
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd> PartialOrd for (A, B, C, D, E) {
        fn partial_cmp(&self, other: &(A, B, C, D, E)) -> Option<Ordering> {
            match PartialOrd::partial_cmp(&self.0, &other.0) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.1, &other.1) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.2, &other.2) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.3, &other.3) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            PartialOrd::partial_cmp(&self.4, &other.4)
        }
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord> Ord for (A, B, C, D, E) {
        fn cmp(&self, other: &(A, B, C, D, E)) -> Ordering {
            match Ord::cmp(&self.0, &other.0) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.1, &other.1) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.2, &other.2) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.3, &other.3) {
                Ordering::Equal => {}
                different => return different,
            }
            Ord::cmp(&self.4, &other.4)
        }
    }
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd> PartialOrd for (A, B, C, D, E, F) {
        fn partial_cmp(&self, other: &(A, B, C, D, E, F)) -> Option<Ordering> {
            match PartialOrd::partial_cmp(&self.0, &other.0) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.1, &other.1) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.2, &other.2) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.3, &other.3) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            match PartialOrd::partial_cmp(&self.4, &other.4) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
            PartialOrd::partial_cmp(&self.5, &other.5)
        }
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord> Ord for (A, B, C, D, E, F) {
        fn cmp(&self, other: &(A, B, C, D, E, F)) -> Ordering {
            match Ord::cmp(&self.0, &other.0) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.1, &other.1) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.2, &other.2) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.3, &other.3) {
                Ordering::Equal => {}
                different => return different,
            }
            match Ord::cmp(&self.4, &other.4) {
                Ordering::Equal => {}
                different => return different,
            }
            Ord::cmp(&self.5, &other.5)
        }
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Ordering {
        Less = -1,
        Equal = 0,
        Greater = 1,
    }
    impl Ordering {
        pub fn reverse(self) -> Ordering {
            match self {
                Ordering::Less => Ordering::Greater,
                Ordering::Equal => Ordering::Equal,
                Ordering::Greater => Ordering::Less,
            }
        }
        pub fn is_lt(self) -> bool {
            self == Ordering::Less
        }
        pub fn is_eq(self) -> bool {
            self == Ordering::Equal
        }
        pub fn is_gt(self) -> bool {
            self == Ordering::Greater
        }
        pub fn is_ne(self) -> bool {
            self != Ordering::Equal
        }
        pub fn is_le(self) -> bool {
            self != Ordering::Greater
        }
        pub fn is_ge(self) -> bool {
            self != Ordering::Less
        }
        pub fn then(self, other: Ordering) -> Ordering {
            match self {
                Ordering::Equal => other,
                _ => self,
            }
        }
    }
    pub fn min<T: Ord>(a: T, b: T) -> T {
        a.min(b)
    }
    pub fn max<T: Ord>(a: T, b: T) -> T {
        a.max(b)
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
    #[public_fields]
    pub struct Reverse<T>(pub T);
    impl<T: PartialOrd> PartialOrd for Reverse<T> {
        fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering> {
            other.0.partial_cmp(&self.0)
        }
    }
    impl<T: Ord> Ord for Reverse<T> {
        fn cmp(&self, other: &Reverse<T>) -> Ordering {
            other.0.cmp(&self.0)
        }
    }
}

pub mod ops {
    #[lang = "drop"]
    pub trait Drop {
        fn drop(&mut self);
    }

    #[lang = "fn_once"]
    pub trait FnOnce<Args> {
        type Output;
    }
    #[lang = "fn_mut"]
    pub trait FnMut<Args>: FnOnce<Args> {}
    #[lang = "fn"]
    pub trait Fn<Args>: FnMut<Args> {}

    #[lang = "deref"]
    pub trait Deref {
        type Target: ?Sized;
        fn deref(&self) -> &Self::Target;
    }
    #[lang = "deref_mut"]
    pub trait DerefMut: Deref {
        fn deref_mut(&mut self) -> &mut Self::Target;
    }
    impl<T> Deref for &T {
        type Target = T;
        fn deref(&self) -> &T {
            *self
        }
    }
    impl<T> Deref for &mut T {
        type Target = T;
        fn deref(&self) -> &T {
            *self
        }
    }
    impl<T> DerefMut for &mut T {
        fn deref_mut(&mut self) -> &mut T {
            *self
        }
    }

    #[lang = "index"]
    pub trait Index<Idx: ?Sized> {
        type Output: ?Sized;
        fn index(&self, index: Idx) -> &Self::Output;
    }
    #[lang = "index_mut"]
    pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
        fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
    }
    impl<T> Index<usize> for [T] {
        type Output = T;
        fn index(&self, index: usize) -> &T {
            &self[index]
        }
    }
    impl<T> IndexMut<usize> for [T] {
        #[rustc_no_writable]
        fn index_mut(&mut self, index: usize) -> &mut T {
            &mut self[index]
        }
    }
    impl<T, const N: usize> Index<usize> for [T; N] {
        type Output = T;
        fn index(&self, index: usize) -> &T {
            &self[index]
        }
    }
    impl<T, const N: usize> IndexMut<usize> for [T; N] {
        fn index_mut(&mut self, index: usize) -> &mut T {
            &mut self[index]
        }
    }

    #[lang = "add"]
    pub trait Add<Rhs = Self> {
        type Output;
        fn add(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "add_assign"]
    pub trait AddAssign<Rhs = Self> {
        fn add_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> Add<I> for I {
        type Output = I;
        fn add(self, rhs: I) -> I {
            self + rhs
        }
    }
    #[lang = "int"]
    impl<I> Add<&I> for I {
        type Output = I;
        fn add(self, rhs: &I) -> I {
            self + *rhs
        }
    }
    #[lang = "int"]
    impl<I> Add<I> for &I {
        type Output = I;
        fn add(self, rhs: I) -> I {
            *self + rhs
        }
    }
    #[lang = "int"]
    impl<I> Add<&I> for &I {
        type Output = I;
        fn add(self, rhs: &I) -> I {
            *self + *rhs
        }
    }
    #[lang = "int"]
    impl<I> AddAssign<I> for I {
        fn add_assign(&mut self, rhs: I) {
            *self += rhs
        }
    }
    #[lang = "int"]
    impl<I> AddAssign<&I> for I {
        fn add_assign(&mut self, rhs: &I) {
            *self += *rhs
        }
    }
    #[lang = "sub"]
    pub trait Sub<Rhs = Self> {
        type Output;
        fn sub(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "sub_assign"]
    pub trait SubAssign<Rhs = Self> {
        fn sub_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> Sub<I> for I {
        type Output = I;
        fn sub(self, rhs: I) -> I {
            self - rhs
        }
    }
    #[lang = "int"]
    impl<I> Sub<&I> for I {
        type Output = I;
        fn sub(self, rhs: &I) -> I {
            self - *rhs
        }
    }
    #[lang = "int"]
    impl<I> Sub<I> for &I {
        type Output = I;
        fn sub(self, rhs: I) -> I {
            *self - rhs
        }
    }
    #[lang = "int"]
    impl<I> Sub<&I> for &I {
        type Output = I;
        fn sub(self, rhs: &I) -> I {
            *self - *rhs
        }
    }
    #[lang = "int"]
    impl<I> SubAssign<I> for I {
        fn sub_assign(&mut self, rhs: I) {
            *self -= rhs
        }
    }
    #[lang = "int"]
    impl<I> SubAssign<&I> for I {
        fn sub_assign(&mut self, rhs: &I) {
            *self -= *rhs
        }
    }
    #[lang = "mul"]
    pub trait Mul<Rhs = Self> {
        type Output;
        fn mul(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "mul_assign"]
    pub trait MulAssign<Rhs = Self> {
        fn mul_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> Mul<I> for I {
        type Output = I;
        fn mul(self, rhs: I) -> I {
            self * rhs
        }
    }
    #[lang = "int"]
    impl<I> Mul<&I> for I {
        type Output = I;
        fn mul(self, rhs: &I) -> I {
            self * *rhs
        }
    }
    #[lang = "int"]
    impl<I> Mul<I> for &I {
        type Output = I;
        fn mul(self, rhs: I) -> I {
            *self * rhs
        }
    }
    #[lang = "int"]
    impl<I> Mul<&I> for &I {
        type Output = I;
        fn mul(self, rhs: &I) -> I {
            *self * *rhs
        }
    }
    #[lang = "int"]
    impl<I> MulAssign<I> for I {
        fn mul_assign(&mut self, rhs: I) {
            *self *= rhs
        }
    }
    #[lang = "int"]
    impl<I> MulAssign<&I> for I {
        fn mul_assign(&mut self, rhs: &I) {
            *self *= *rhs
        }
    }
    #[lang = "div"]
    pub trait Div<Rhs = Self> {
        type Output;
        fn div(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "div_assign"]
    pub trait DivAssign<Rhs = Self> {
        fn div_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> Div<I> for I {
        type Output = I;
        fn div(self, rhs: I) -> I {
            self / rhs
        }
    }
    #[lang = "int"]
    impl<I> Div<&I> for I {
        type Output = I;
        fn div(self, rhs: &I) -> I {
            self / *rhs
        }
    }
    #[lang = "int"]
    impl<I> Div<I> for &I {
        type Output = I;
        fn div(self, rhs: I) -> I {
            *self / rhs
        }
    }
    #[lang = "int"]
    impl<I> Div<&I> for &I {
        type Output = I;
        fn div(self, rhs: &I) -> I {
            *self / *rhs
        }
    }
    #[lang = "int"]
    impl<I> DivAssign<I> for I {
        fn div_assign(&mut self, rhs: I) {
            *self /= rhs
        }
    }
    #[lang = "int"]
    impl<I> DivAssign<&I> for I {
        fn div_assign(&mut self, rhs: &I) {
            *self /= *rhs
        }
    }
    #[lang = "rem"]
    pub trait Rem<Rhs = Self> {
        type Output;
        fn rem(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "rem_assign"]
    pub trait RemAssign<Rhs = Self> {
        fn rem_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> Rem<I> for I {
        type Output = I;
        fn rem(self, rhs: I) -> I {
            self % rhs
        }
    }
    #[lang = "int"]
    impl<I> Rem<&I> for I {
        type Output = I;
        fn rem(self, rhs: &I) -> I {
            self % *rhs
        }
    }
    #[lang = "int"]
    impl<I> Rem<I> for &I {
        type Output = I;
        fn rem(self, rhs: I) -> I {
            *self % rhs
        }
    }
    #[lang = "int"]
    impl<I> Rem<&I> for &I {
        type Output = I;
        fn rem(self, rhs: &I) -> I {
            *self % *rhs
        }
    }
    #[lang = "int"]
    impl<I> RemAssign<I> for I {
        fn rem_assign(&mut self, rhs: I) {
            *self %= rhs
        }
    }
    #[lang = "int"]
    impl<I> RemAssign<&I> for I {
        fn rem_assign(&mut self, rhs: &I) {
            *self %= *rhs
        }
    }
    #[lang = "bitand"]
    pub trait BitAnd<Rhs = Self> {
        type Output;
        fn bitand(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "bitand_assign"]
    pub trait BitAndAssign<Rhs = Self> {
        fn bitand_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> BitAnd<I> for I {
        type Output = I;
        fn bitand(self, rhs: I) -> I {
            self & rhs
        }
    }
    #[lang = "int"]
    impl<I> BitAnd<&I> for I {
        type Output = I;
        fn bitand(self, rhs: &I) -> I {
            self & *rhs
        }
    }
    #[lang = "int"]
    impl<I> BitAnd<I> for &I {
        type Output = I;
        fn bitand(self, rhs: I) -> I {
            *self & rhs
        }
    }
    #[lang = "int"]
    impl<I> BitAnd<&I> for &I {
        type Output = I;
        fn bitand(self, rhs: &I) -> I {
            *self & *rhs
        }
    }
    #[lang = "int"]
    impl<I> BitAndAssign<I> for I {
        fn bitand_assign(&mut self, rhs: I) {
            *self &= rhs
        }
    }
    #[lang = "int"]
    impl<I> BitAndAssign<&I> for I {
        fn bitand_assign(&mut self, rhs: &I) {
            *self &= *rhs
        }
    }
    impl BitAnd for bool {
        type Output = bool;
        fn bitand(self, rhs: bool) -> bool {
            self & rhs
        }
    }
    impl BitAndAssign for bool {
        fn bitand_assign(&mut self, rhs: bool) {
            *self &= rhs
        }
    }
    #[lang = "bitor"]
    pub trait BitOr<Rhs = Self> {
        type Output;
        fn bitor(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "bitor_assign"]
    pub trait BitOrAssign<Rhs = Self> {
        fn bitor_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> BitOr<I> for I {
        type Output = I;
        fn bitor(self, rhs: I) -> I {
            self | rhs
        }
    }
    #[lang = "int"]
    impl<I> BitOr<&I> for I {
        type Output = I;
        fn bitor(self, rhs: &I) -> I {
            self | *rhs
        }
    }
    #[lang = "int"]
    impl<I> BitOr<I> for &I {
        type Output = I;
        fn bitor(self, rhs: I) -> I {
            *self | rhs
        }
    }
    #[lang = "int"]
    impl<I> BitOr<&I> for &I {
        type Output = I;
        fn bitor(self, rhs: &I) -> I {
            *self | *rhs
        }
    }
    #[lang = "int"]
    impl<I> BitOrAssign<I> for I {
        fn bitor_assign(&mut self, rhs: I) {
            *self |= rhs
        }
    }
    #[lang = "int"]
    impl<I> BitOrAssign<&I> for I {
        fn bitor_assign(&mut self, rhs: &I) {
            *self |= *rhs
        }
    }
    impl BitOr for bool {
        type Output = bool;
        fn bitor(self, rhs: bool) -> bool {
            self | rhs
        }
    }
    impl BitOrAssign for bool {
        fn bitor_assign(&mut self, rhs: bool) {
            *self |= rhs
        }
    }
    #[lang = "bitxor"]
    pub trait BitXor<Rhs = Self> {
        type Output;
        fn bitxor(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "bitxor_assign"]
    pub trait BitXorAssign<Rhs = Self> {
        fn bitxor_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I> BitXor<I> for I {
        type Output = I;
        fn bitxor(self, rhs: I) -> I {
            self ^ rhs
        }
    }
    #[lang = "int"]
    impl<I> BitXor<&I> for I {
        type Output = I;
        fn bitxor(self, rhs: &I) -> I {
            self ^ *rhs
        }
    }
    #[lang = "int"]
    impl<I> BitXor<I> for &I {
        type Output = I;
        fn bitxor(self, rhs: I) -> I {
            *self ^ rhs
        }
    }
    #[lang = "int"]
    impl<I> BitXor<&I> for &I {
        type Output = I;
        fn bitxor(self, rhs: &I) -> I {
            *self ^ *rhs
        }
    }
    #[lang = "int"]
    impl<I> BitXorAssign<I> for I {
        fn bitxor_assign(&mut self, rhs: I) {
            *self ^= rhs
        }
    }
    #[lang = "int"]
    impl<I> BitXorAssign<&I> for I {
        fn bitxor_assign(&mut self, rhs: &I) {
            *self ^= *rhs
        }
    }
    impl BitXor for bool {
        type Output = bool;
        fn bitxor(self, rhs: bool) -> bool {
            self ^ rhs
        }
    }
    impl BitXorAssign for bool {
        fn bitxor_assign(&mut self, rhs: bool) {
            *self ^= rhs
        }
    }
    #[lang = "shl"]
    pub trait Shl<Rhs = Self> {
        type Output;
        fn shl(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "shl_assign"]
    pub trait ShlAssign<Rhs = Self> {
        fn shl_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I, J> Shl<J> for I {
        type Output = I;
        fn shl(self, rhs: J) -> I {
            self << rhs
        }
    }
    #[lang = "int"]
    impl<I, J> Shl<J> for &I {
        type Output = I;
        fn shl(self, rhs: J) -> I {
            *self << rhs
        }
    }
    #[lang = "int"]
    impl<I, J> ShlAssign<J> for I {
        fn shl_assign(&mut self, rhs: J) {
            *self <<= rhs
        }
    }
    #[lang = "shr"]
    pub trait Shr<Rhs = Self> {
        type Output;
        fn shr(self, rhs: Rhs) -> Self::Output;
    }
    #[lang = "shr_assign"]
    pub trait ShrAssign<Rhs = Self> {
        fn shr_assign(&mut self, rhs: Rhs);
    }
    #[lang = "int"]
    impl<I, J> Shr<J> for I {
        type Output = I;
        fn shr(self, rhs: J) -> I {
            self >> rhs
        }
    }
    #[lang = "int"]
    impl<I, J> Shr<J> for &I {
        type Output = I;
        fn shr(self, rhs: J) -> I {
            *self >> rhs
        }
    }
    #[lang = "int"]
    impl<I, J> ShrAssign<J> for I {
        fn shr_assign(&mut self, rhs: J) {
            *self >>= rhs
        }
    }
    #[lang = "neg"]
    pub trait Neg {
        type Output;
        fn neg(self) -> Self::Output;
    }
    #[lang = "signed"]
    impl<I> Neg for I {
        type Output = I;
        fn neg(self) -> I {
            -self
        }
    }
    #[lang = "signed"]
    impl<I> Neg for &I {
        type Output = I;
        fn neg(self) -> I {
            -*self
        }
    }
    #[lang = "not"]
    pub trait Not {
        type Output;
        fn not(self) -> Self::Output;
    }
    #[lang = "int"]
    impl<I> Not for I {
        type Output = I;
        fn not(self) -> I {
            !self
        }
    }
    #[lang = "int"]
    impl<I> Not for &I {
        type Output = I;
        fn not(self) -> I {
            !*self
        }
    }
    impl Not for bool {
        type Output = bool;
        fn not(self) -> bool {
            !self
        }
    }

    #[lang = "control_flow"]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum ControlFlow<B, C = ()> {
        Continue(C),
        Break(B),
    }
    use ControlFlow::*;

    impl<B, C> ControlFlow<B, C> {
        pub fn is_break(&self) -> bool {
            match *self {
                Break(_) => true,
                Continue(_) => false,
            }
        }
        pub fn is_continue(&self) -> bool {
            !self.is_break()
        }
        pub fn break_value(self) -> Option<B> {
            match self {
                Break(b) => Some(b),
                Continue(_) => None,
            }
        }
        pub fn continue_value(self) -> Option<C> {
            match self {
                Break(_) => None,
                Continue(c) => Some(c),
            }
        }
    }

    // What `e?` calls: see try.c.
    mod try_ {
        use super::ControlFlow::{self, Break, Continue};
        use crate::convert::Infallible;

        #[lang = "option_branch"]
        fn option_branch<T>(o: Option<T>) -> ControlFlow<Option<Infallible>, T> {
            match o {
                Some(v) => Continue(v),
                None => Break(None),
            }
        }
        #[lang = "option_from_residual"]
        fn option_from_residual<T>(r: Option<Infallible>) -> Option<T> {
            match r {
                None => None,
            }
        }
        #[lang = "result_branch"]
        fn result_branch<T, E>(r: Result<T, E>) -> ControlFlow<Result<Infallible, E>, T> {
            match r {
                Ok(v) => Continue(v),
                Err(e) => Break(Err(e)),
            }
        }
        #[lang = "result_from_residual"]
        fn result_from_residual<T, E, F: From<E>>(r: Result<Infallible, E>) -> Result<T, F> {
            match r {
                Err(e) => Err(From::from(e)),
            }
        }
        #[lang = "control_flow_branch"]
        fn control_flow_branch<B, C>(
            c: ControlFlow<B, C>,
        ) -> ControlFlow<ControlFlow<B, Infallible>, C> {
            match c {
                Continue(c) => Continue(c),
                Break(b) => Break(Break(b)),
            }
        }
        #[lang = "control_flow_from_residual"]
        fn control_flow_from_residual<B, C>(
            r: ControlFlow<B, Infallible>,
        ) -> ControlFlow<B, C> {
            match r {
                Break(b) => Break(b),
            }
        }
    }

    #[lang = "range"]
    #[derive(Clone, PartialEq, Eq, Hash)]
    pub struct Range<Idx> {
        pub start: Idx,
        pub end: Idx,
    }
    #[lang = "range_inclusive"]
    #[derive(Clone, PartialEq, Eq, Hash)]
    pub struct RangeInclusive<Idx> {
        start: Idx,
        end: Idx,
        exhausted: bool,
    }
    #[lang = "range_from"]
    #[derive(Clone, PartialEq, Eq, Hash)]
    pub struct RangeFrom<Idx> {
        pub start: Idx,
    }
    #[lang = "range_to"]
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub struct RangeTo<Idx> {
        pub end: Idx,
    }
    #[lang = "range_to_inclusive"]
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub struct RangeToInclusive<Idx> {
        pub end: Idx,
    }
    #[lang = "range_full"]
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub struct RangeFull;

    impl<T> Range<T> {
        pub fn contains(&self, item: &T) -> bool {
            self.start <= *item && *item < self.end
        }
        pub fn is_empty(&self) -> bool {
            !(self.start < self.end)
        }
    }
    impl<T> RangeInclusive<T> {
        pub fn contains(&self, item: &T) -> bool {
            self.start <= *item && *item <= self.end
        }
        pub fn start(&self) -> &T {
            &self.start
        }
        pub fn end(&self) -> &T {
            &self.end
        }
    }

    // The bounds [lo, hi) that a range means for a slice of length len.
    impl Range<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            if self.start > len {
                panic!("range start index {} out of range for slice of length {}", self.start, len);
            }
            if self.end > len {
                panic!("range end index {} out of range for slice of length {}", self.end, len);
            }
            if self.start > self.end {
                panic!("slice index starts at {} but ends at {}", self.start, self.end);
            }
            (self.start, self.end)
        }
    }
    impl RangeInclusive<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            if self.start <= len && self.end >= len {
                panic!("range end index {} out of range for slice of length {}", self.end, len);
            }
            (self.start..self.end.wrapping_add(1)).slice_bounds(len)
        }
    }
    impl RangeFrom<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            if self.start > len {
                panic!("range start index {} out of range for slice of length {}", self.start, len);
            }
            (self.start, len)
        }
    }
    impl RangeTo<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            (0..self.end).slice_bounds(len)
        }
    }
    impl RangeToInclusive<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            (0..=self.end).slice_bounds(len)
        }
    }
    impl RangeFull {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            (0, len)
        }
    }
}

pub mod slice {
    pub use crate::slice_index::SliceIndex;
    pub use crate::slice_iter::{Chunks, ChunksMut, Iter, IterMut, Windows};

    #[lang = "slice_index"]
    pub fn slice_index<T, R>(slice: &[T], range: R) -> &[T] {
        let (lo, hi) = range.slice_bounds(slice.len());
        unsafe { &*crate::ptr::slice_from_raw_parts(slice.as_ptr().add(lo), hi - lo) }
    }
    #[lang = "slice_index_mut"]
    #[rustc_no_writable]
    pub fn slice_index_mut<T, R>(slice: &mut [T], range: R) -> &mut [T] {
        let (lo, hi) = range.slice_bounds(slice.len());
        unsafe { &mut *crate::ptr::slice_from_raw_parts_mut(slice.as_mut_ptr().add(lo), hi - lo) }
    }
    fn parts_are_valid<T>(data: *const T, len: usize) -> bool {
        let size = crate::mem::size_of::<T>();
        !data.is_null()
            && data.is_aligned()
            && (size == 0 || len <= isize::MAX as usize / size)
    }
    pub unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {
        intrinsics::assert_unsafe_precondition(parts_are_valid(data, len));
        &*crate::ptr::slice_from_raw_parts(data, len)
    }
    pub unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
        intrinsics::assert_unsafe_precondition(parts_are_valid(data as *const T, len));
        &mut *crate::ptr::slice_from_raw_parts_mut(data, len)
    }
    pub fn from_ref<T>(s: &T) -> &[T] {
        unsafe { from_raw_parts(s, 1) }
    }
    pub fn from_mut<T>(s: &mut T) -> &mut [T] {
        unsafe { from_raw_parts_mut(s, 1) }
    }

    impl<T> [T] {
        pub fn len(&self) -> usize {
            intrinsics::slice_len::<T>(self)
        }
        pub fn is_empty(&self) -> bool {
            self.len() == 0
        }
        pub fn as_ptr(&self) -> *const T {
            self as *const [T] as *const T
        }
        #[rustc_no_writable]
        pub fn as_mut_ptr(&mut self) -> *mut T {
            self as *mut [T] as *mut T
        }
        pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
            index.get(self)
        }
        #[rustc_no_writable]
        pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
            index.get_mut(self)
        }
        pub unsafe fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output {
            &*index.get_unchecked(self)
        }
        #[rustc_no_writable]
        pub unsafe fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output {
            &mut *index.get_unchecked_mut(self)
        }
        pub fn first(&self) -> Option<&T> {
            self.get(0)
        }
        pub fn first_mut(&mut self) -> Option<&mut T> {
            self.get_mut(0)
        }
        pub fn last(&self) -> Option<&T> {
            self.get(self.len().wrapping_sub(1))
        }
        pub fn last_mut(&mut self) -> Option<&mut T> {
            let n = self.len();
            self.get_mut(n.wrapping_sub(1))
        }
        pub fn swap(&mut self, a: usize, b: usize) {
            let pa = &raw mut self[a];
            let pb = &raw mut self[b];
            unsafe { crate::ptr::swap(pa, pb) }
        }
        pub fn reverse(&mut self) {
            let n = self.len();
            let mut i = 0;
            while i < n / 2 {
                self.swap(i, n - 1 - i);
                i += 1;
            }
        }
        pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {
            if mid > self.len() {
                panic!("mid > len");
            }
            (&self[..mid], &self[mid..])
        }
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
            let len = self.len();
            if mid > len {
                panic!("mid > len");
            }
            let ptr = self.as_mut_ptr();
            unsafe { (from_raw_parts_mut(ptr, mid), from_raw_parts_mut(ptr.add(mid), len - mid)) }
        }
        pub unsafe fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]) {
            let len = self.len();
            let ptr = self.as_ptr();
            intrinsics::assert_unsafe_precondition(mid <= len);
            (from_raw_parts(ptr, mid), from_raw_parts(ptr.add(mid), len - mid))
        }
        pub unsafe fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
            let len = self.len();
            let ptr = self.as_mut_ptr();
            intrinsics::assert_unsafe_precondition(mid <= len);
            (from_raw_parts_mut(ptr, mid), from_raw_parts_mut(ptr.add(mid), len - mid))
        }
        pub fn copy_from_slice(&mut self, src: &[T]) {
            if self.len() != src.len() {
                panic!(
                    "copy_from_slice: source slice length ({}) does not match destination slice length ({})",
                    src.len(),
                    self.len()
                );
            }
            let n = self.len();
            unsafe { intrinsics::copy_nonoverlapping::<T>(src.as_ptr(), self.as_mut_ptr(), n) }
        }
        pub fn fill(&mut self, value: T) {
            let mut i = 0;
            while i < self.len() {
                self[i] = Clone::clone(&value);
                i += 1;
            }
        }
        pub fn contains(&self, x: &T) -> bool {
            let mut i = 0;
            while i < self.len() {
                if self[i] == *x {
                    return true;
                }
                i += 1;
            }
            false
        }
        pub fn starts_with(&self, needle: &[T]) -> bool {
            self.len() >= needle.len() && self[..needle.len()] == *needle
        }
    }

    impl<T, const N: usize> [T; N] {
        pub fn as_slice(&self) -> &[T] {
            self
        }
        pub fn as_mut_slice(&mut self) -> &mut [T] {
            self
        }
    }
}

pub mod array {
    pub fn from_ref<T>(s: &T) -> &[T; 1] {
        unsafe { &*(s as *const T as *const [T; 1]) }
    }
}

pub mod str {
    impl str {
        pub fn len(&self) -> usize {
            intrinsics::slice_len::<u8>(self as *const str as *const [u8])
        }
        pub fn is_empty(&self) -> bool {
            self.len() == 0
        }
        pub fn as_ptr(&self) -> *const u8 {
            self as *const str as *const u8
        }
        pub fn as_mut_ptr(&mut self) -> *mut u8 {
            self as *mut str as *mut u8
        }
        pub unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {
            &mut *(self as *mut str as *mut [u8])
        }
        pub fn as_bytes(&self) -> &[u8] {
            unsafe { &*(self as *const str as *const [u8]) }
        }
    }
    pub unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
        &mut *(v as *mut [u8] as *mut str)
    }
    pub unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
        &*(v as *const [u8] as *const str)
    }
}

pub mod num {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum FpCategory {
        Nan,
        Infinite,
        Zero,
        Subnormal,
        Normal,
    }

    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    #[public_fields]
    pub struct Wrapping<T>(pub T);

    #[lang = "not_zero"]
    #[repr(transparent)]
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct NonZero<T> {
        value: T,
    }

    pub type NonZeroU8 = NonZero<u8>;
    pub type NonZeroU16 = NonZero<u16>;
    pub type NonZeroU32 = NonZero<u32>;
    pub type NonZeroU64 = NonZero<u64>;
    pub type NonZeroU128 = NonZero<u128>;
    pub type NonZeroUsize = NonZero<usize>;
    pub type NonZeroI8 = NonZero<i8>;
    pub type NonZeroI16 = NonZero<i16>;
    pub type NonZeroI32 = NonZero<i32>;
    pub type NonZeroI64 = NonZero<i64>;
    pub type NonZeroI128 = NonZero<i128>;
    pub type NonZeroIsize = NonZero<isize>;

    impl<T> NonZero<T> {
        pub fn new(n: T) -> Option<NonZero<T>> {
            if n == 0 {
                None
            } else {
                Some(NonZero { value: n })
            }
        }
        pub unsafe fn new_unchecked(n: T) -> NonZero<T> {
            intrinsics::assert_unsafe_precondition(n != 0);
            NonZero { value: n }
        }
        pub fn get(self) -> T {
            self.value
        }
    }
}

pub mod char {
    pub const MAX: char = '\u{10FFFF}';
    pub fn from_u32(i: u32) -> Option<char> {
        char::from_u32(i)
    }
    pub fn from_digit(num: u32, radix: u32) -> Option<char> {
        char::from_digit(num, radix)
    }
    pub unsafe fn from_u32_unchecked(i: u32) -> char {
        crate::mem::transmute::<u32, char>(i)
    }
}

pub mod bool {
    impl bool {
        pub fn then_some<T>(self, t: T) -> Option<T> {
            if self {
                Some(t)
            } else {
                None
            }
        }
        pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {
            if self {
                Some(f())
            } else {
                None
            }
        }
    }
}

// core::i32::MAX and the like, from before associated constants
pub mod i8 {
    pub const MIN: i8 = -128;
    pub const MAX: i8 = 127;
}
pub mod i16 {
    pub const MIN: i16 = -32768;
    pub const MAX: i16 = 32767;
}
pub mod i32 {
    pub const MIN: i32 = -2147483648;
    pub const MAX: i32 = 2147483647;
}
pub mod i64 {
    pub const MIN: i64 = -9223372036854775808;
    pub const MAX: i64 = 9223372036854775807;
}
pub mod isize {
    pub const MIN: isize = -9223372036854775808;
    pub const MAX: isize = 9223372036854775807;
}
pub mod u8 {
    pub const MIN: u8 = 0;
    pub const MAX: u8 = 255;
}
pub mod u16 {
    pub const MIN: u16 = 0;
    pub const MAX: u16 = 65535;
}
pub mod u32 {
    pub const MIN: u32 = 0;
    pub const MAX: u32 = 4294967295;
}
pub mod u64 {
    pub const MIN: u64 = 0;
    pub const MAX: u64 = 18446744073709551615;
}
pub mod usize {
    pub const MIN: usize = 0;
    pub const MAX: usize = 18446744073709551615;
}

pub mod borrow {
    pub trait Borrow<B: ?Sized> {
        fn borrow(&self) -> &B;
    }
    pub trait BorrowMut<B: ?Sized>: Borrow<B> {
        fn borrow_mut(&mut self) -> &mut B;
    }
    impl<T: ?Sized> Borrow<T> for T {
        fn borrow(&self) -> &T {
            self
        }
    }
    impl<T: ?Sized> BorrowMut<T> for T {
        fn borrow_mut(&mut self) -> &mut T {
            self
        }
    }
    impl<T: ?Sized> Borrow<T> for &T {
        fn borrow(&self) -> &T {
            &**self
        }
    }
}

