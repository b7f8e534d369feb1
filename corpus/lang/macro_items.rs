//@ title: macro_rules!: functions, types and impls made by a macro
//@ from: Rust Reference, "Macros By Example", in items, impls, statements
//@ expect: prints "1 2\n7 3\n30 true\n5\n"

macro_rules! constants {
    ($($(#[$m:meta])* $vis:vis $name:ident: $t:ty = $e:expr;)*) => {
        $($(#[$m])* $vis fn $name() -> $t { $e })*
    };
}
macro_rules! point {
    ($name:ident { $($f:ident: $t:ty),* $(,)? }) => {
        #[derive(Clone, Copy)]
        struct $name { $($f: $t),* }
        impl $name {
            getters!($($f: $t),*);
            fn sum(&self) -> i32 { 0 $(+ self.$f)* }
        }
    };
}
macro_rules! getters {
    ($($f:ident: $t:ty),*) => {
        $(fn $f(&self) -> $t { self.$f })*
    };
}
macro_rules! define_macro {
    ($name:ident, $e:expr) => {
        macro_rules! $name {
            ($x:expr) => { $x * $e };
        }
    };
}
constants! {
    /// The first one.
    one: i32 = 1;
    #[inline]
    pub(crate) two: u8 = 2;
}
point!(P { x: i32, y: i32, });
define_macro!(times_ten, 10);

#[macro_use]
mod inner {
    macro_rules! is_five {
        ($e:expr) => {
            $e == 5
        };
    }
    macro_rules! local {
        () => {
            5
        };
    }
    pub(crate) use local;
}

fn main() {
    println!("{} {}", one(), two());
    let p = P { x: 3, y: 4 };
    println!("{} {}", p.sum(), p.x());
    println!("{} {}", times_ten!(3), is_five!(2 + 3));
    println!("{}", inner::local!());
}
