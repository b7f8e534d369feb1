//@ title: labelled breaks, breaks with a value, labelled blocks
//@ from: Rust Reference, "Loop expressions"
// `break 'outer` leaves two loops, `break value` makes a loop an expression, and a labelled block can be left
// like a loop.
//@ expect: prints "0 0\n1 0\n1 1\n2 0\nfound 7\nblock 3\n"

fn main() {
    'outer: for i in 0..5 {
        for j in 0..5 {
            if i == 2 && j == 1 {
                break 'outer;
            }
            if j > i {
                continue 'outer;
            }
            println!("{} {}", i, j);
        }
    }
    let mut n = 1;
    let found = loop {
        n += 3;
        if n % 7 == 0 {
            break n;
        }
    };
    println!("found {}", found);
    let b = 'block: {
        if found == 7 {
            break 'block 3;
        }
        4
    };
    println!("block {}", b);
}
