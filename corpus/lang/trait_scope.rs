//@ title: a trait must be in scope for its methods to be found
//@ from: Rust Reference, "Method-call expressions"
// By its name, another name, or `_`; a path through the trait needs no import.
//@ expect: prints "3 1 1\n1\n"
//@ expect outside: unsupported /the method `measure` of type `u8` is not supported yet/

mod tools {
    pub trait Measure {
        fn measure(&self) -> u32 {
            1
        }
    }
    impl Measure for u8 {}
    pub mod inner {
        pub use super::Measure as Metric;
        pub trait Other {
            fn other(&self) -> u32 {
                2
            }
        }
        impl Other for u8 {}
    }
}
fn by_glob() -> u32 {
    use tools::inner::*;
    3u8.measure() + 3u8.other()
}
fn unnamed() -> u32 {
    use tools::Measure as _;
    3u8.measure()
}
fn generic<T: tools::Measure>(t: T) -> u32 {
    t.measure()
}

fn main() {
    println!("{} {} {}", by_glob(), unnamed(), generic(4));
    println!("{}", tools::Measure::measure(&5));
    #[cfg(outside)]
    println!("{}", 5u8.measure());
}
