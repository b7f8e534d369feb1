//@ title: macro_rules!: a variable of the macro is not the caller's
//@ from: Rust Reference, "Macros By Example", hygiene
//@ teach: Each expansion has its own variables and labels. What the macro's body names is what it named where the macro was defined.
//@ expect: prints "11\n2 1\n4\n7 8\n"
//@ expect leaks: errors /cannot find value `y`/
//@ expect captures: errors /cannot find value `z`/

macro_rules! plus_ten {
    ($e:expr) => {{
        let x = 10;
        $e + x
    }};
}
macro_rules! swap {
    ($a:ident, $b:ident) => {
        let tmp = $a;
        $a = $b;
        $b = tmp;
    };
}
macro_rules! stop_if {
    ($e:expr) => {
        'out: loop {
            if $e {
                break 'out;
            }
        }
    };
}
#[cfg(leaks)]
macro_rules! declare {
    ($e:expr) => {
        let y = $e;
    };
}
#[cfg(captures)]
macro_rules! caller {
    () => {
        z
    };
}

fn main() {
    let x = 1;
    println!("{}", plus_ten!(x));
    let (mut p, mut tmp) = (1, 2);
    swap!(p, tmp);
    println!("{p} {tmp}");
    let mut i = 0;
    'out: loop {
        stop_if!({
            i += 1;
            if i > 3 {
                break 'out;
            }
            false
        });
    }
    println!("{i}");
    let v = 7;
    macro_rules! v_here {
        () => {
            v
        };
    }
    let v = 8;
    println!("{} {}", v_here!(), v);
    #[cfg(leaks)]
    {
        declare!(1);
        println!("{y}");
    }
    #[cfg(captures)]
    {
        let z = 1;
        println!("{}", caller!());
    }
}
