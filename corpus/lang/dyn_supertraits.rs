//@ title: a trait object has its supertraits' methods, and can be upcast to them
//@ from: Rust Reference, "Unsized coercions"
// References, boxes and raw pointers are upcast; what is upcast keeps the value, with a vtable of
// the supertrait.
//@ expect: prints "7 74 1074\n7\n6\n94\n9\n7 2\n"

trait Named {
    fn name(&self) -> i32;
}
trait Animal: Named {
    fn legs(&self) -> i32 {
        4
    }
    fn both(&self) -> i32 {
        self.name() * 10 + self.legs()
    }
}
trait Pet: Animal {
    fn owner(&mut self) -> &mut i32;
}

struct Dog {
    id: i32,
    owner: i32,
}
impl Named for Dog {
    fn name(&self) -> i32 {
        self.id
    }
}
impl Animal for Dog {}
impl Pet for Dog {
    fn owner(&mut self) -> &mut i32 {
        &mut self.owner
    }
}

struct Bird;
impl Named for Bird {
    fn name(&self) -> i32 {
        2
    }
}
impl Animal for Bird {
    fn legs(&self) -> i32 {
        2
    }
}

impl dyn Animal {
    fn describe(&self) -> i32 {
        self.both() + 1000
    }
}

fn main() {
    let d = Dog { id: 7, owner: 3 };
    let a: &dyn Animal = &d;
    println!("{} {} {}", a.name(), a.both(), a.describe());
    let n: &dyn Named = a;
    println!("{}", n.name());
    let mut p: Box<dyn Pet> = Box::new(Dog { id: 9, owner: 5 });
    *p.owner() += 1;
    println!("{}", p.owner());
    let a: Box<dyn Animal> = p;
    println!("{}", a.both());
    let n: Box<dyn Named> = a;
    println!("{}", n.name());
    let raw: *const dyn Animal = &d;
    let up: *const dyn Named = raw;
    let bird: &dyn Named = &Bird as &dyn Animal;
    println!("{} {}", unsafe { (*up).name() }, bird.name());
}
