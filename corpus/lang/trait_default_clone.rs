//@ title: Default and Clone in generic code
//@ from: std, "Default", "Clone"
// User impls, derived ones and those of built-in types are all found by the bound.
//@ expect: prints "(Config { name: \"\", size: [0, 0], flag: None, pair: (0, '\\0') }, Config { name: \"\", size: [0, 0], flag: None, pair: (0, '\\0') })\n(Outer { inner: Seven(8), boxed: Seven(8) }, Outer { inner: Seven(7), boxed: Seven(7) })\n(Middle, Middle) ([(0, Seven(8))], [(0, Seven(7))])\n0 true\n"
//@ expect unfit: unsupported /the trait bound `&u8: Default` is not satisfied/

#[derive(Debug, Default, Clone, PartialEq)]
struct Config {
    name: &'static str,
    size: [u8; 2],
    flag: Option<bool>,
    pair: (i8, char),
}
#[derive(Debug)]
struct Seven(u8);
impl Default for Seven {
    fn default() -> Seven {
        Seven(7)
    }
}
impl Clone for Seven {
    fn clone(&self) -> Seven {
        Seven(self.0 + 1)
    }
}
#[derive(Debug, Default, Clone)]
struct Outer<T> {
    inner: T,
    boxed: Box<Seven>,
}
#[derive(Debug, Default, Clone, Copy, PartialEq, PartialOrd)]
enum Level {
    Low,
    #[default]
    Middle,
    High,
}
fn make<T: Default + Clone>() -> (T, T) {
    let t = T::default();
    (t.clone(), t)
}

fn main() {
    println!("{:?}", make::<Config>());
    println!("{:?}", make::<Outer<Seven>>());
    println!("{:?} {:?}", make::<Level>(), make::<[(u8, Seven); 1]>());
    let n: u16 = Default::default();
    println!("{} {}", n, Level::Low < Level::High);
    #[cfg(unfit)]
    make::<&u8>();
}
