//@ title: macro_rules!: where a macro can be called
//@ from: Rust Reference, "Macros By Example", scoping
//@ teach: A macro is in scope below its definition, to the end of the block or module; #[macro_use], #[macro_export] and `use` widen that. A later one of the same name hides it.
//@ expect: prints "1 2 1\n3 4 5\n"
//@ expect after_module: errors /cannot find macro `hidden`/
//@ expect after_block: errors /cannot find macro `inner`/

macro_rules! which {
    () => {
        1
    };
}

fn first() -> i32 {
    which!()
}

macro_rules! which {
    () => {
        2
    };
}

fn second() -> i32 {
    which!()
}

#[macro_use]
mod shared {
    macro_rules! three {
        () => {
            3
        };
    }
    macro_rules! four {
        () => {
            4
        };
    }
    pub(crate) use four;
    pub mod deep {
        #[macro_export]
        macro_rules! five {
            () => {
                $crate::shared::deep::value()
            };
        }
        pub fn value() -> i32 {
            three!() + 2
        }
    }
}

mod private {
    #[allow(unused_macros)]
    macro_rules! hidden {
        () => {
            6
        };
    }
}

fn main() {
    let a = {
        macro_rules! which {
            () => {
                first()
            };
        }
        which!()
    };
    println!("{} {} {}", first(), second(), a);
    println!("{} {} {}", three!(), shared::four!(), crate::five!());
    #[cfg(after_module)]
    hidden!();
    #[cfg(after_block)]
    {
        {
            macro_rules! inner {
                () => {};
            }
            inner!();
        }
        inner!();
    }
}
