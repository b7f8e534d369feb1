//@ title: methods of Option, Result and bool that take closures
//@ from: std::option, std::result, std::bool
// Each calls its closure at most once: FnOnce. Which one runs, and when, shows in the output.
//@ expect: prints "Some(4) None\nSome(6) None Some(9)\n7 20 -1\nOk(3) Err(9)\ntrue false\nlazy\n5 8\nSome(2) None\nErr(0) Ok(2)\n2 None\nseen 1\n11 Some(4)\n"

fn main() {
    let k = 2;
    println!("{:?} {:?}", Some(2).map(|x| x + k), None.map(|x: i32| x + k));
    let half = |x: i32| if x % 2 == 0 { Some(x / 2) } else { None };
    println!("{:?} {:?} {:?}", Some(12).and_then(half), Some(3).and_then(half), half(3).or_else(|| Some(9)));
    println!("{} {} {}", Some(5).map_or(0, |x| x + 2), None.map_or_else(|| 20, |x: i32| x), Err(1).unwrap_or_else(|e: i32| -e));
    let r: Result<i32, i32> = Some(3).ok_or_else(|| 9);
    let s: Result<i32, i32> = None.ok_or_else(|| 9);
    println!("{:?} {:?}", r, s);
    println!("{} {}", Some(3).is_some_and(|x| x > 2), r.is_err_and(|e| e > 2));
    let v = None.unwrap_or_else(|| {
        println!("lazy");
        5
    });
    println!("{} {}", v, Some(8).unwrap_or_else(|| unreachable!()));
    println!("{:?} {:?}", Some(2).filter(|x| *x == k), Some(3).filter(|x| *x == k));
    println!("{:?} {:?}", s.map_err(|e| e - 9), r.and_then(|x| if x == 3 { Ok(2) } else { Err(x) }));
    println!("{} {:?}", true.then(|| k).unwrap(), false.then(|| k));
    Some(1).inspect(|x| println!("seen {}", x));
    let mut slot = None;
    *slot.get_or_insert_with(|| 10) += 1;
    let mut four = Some(4);
    println!("{} {:?}", slot.unwrap(), four.take_if(|x| *x > 3));
}
