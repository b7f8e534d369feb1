//@ title: Index and IndexMut
//@ from: Rust Reference, "Array and slice indexing expressions"
// `a[i]` is `*a.index(i)`, or `*a.index_mut(i)` where the place is written or borrowed mutably.
//@ expect: prints "index 1 1\nindex_mut 0 1\nindex_mut 1 0\nindex_mut 1 1\nindex 0 0\nindex 0 0\n[1, 7, 14, 8] 2\nfirst 5\n16\n"
//@ expect shared: errors /cannot (assign|borrow)/
//@ expect unfit: errors /cannot index/

use std::ops::{Index, IndexMut};

struct Grid {
    cells: [u8; 4],
}
impl Index<(usize, usize)> for Grid {
    type Output = u8;
    fn index(&self, (x, y): (usize, usize)) -> &u8 {
        println!("index {} {}", x, y);
        &self.cells[y * 2 + x]
    }
}
impl IndexMut<(usize, usize)> for Grid {
    fn index_mut(&mut self, (x, y): (usize, usize)) -> &mut u8 {
        println!("index_mut {} {}", x, y);
        &mut self.cells[y * 2 + x]
    }
}
struct Named;
impl Index<&str> for Named {
    type Output = str;
    fn index(&self, name: &str) -> &str {
        if name == "a" {
            "first"
        } else {
            "other"
        }
    }
}
fn get<I: Copy, C: Index<I, Output = u8>>(c: &C, i: I) -> u8 {
    c[i] + c[i]
}

fn main() {
    let mut g = Grid { cells: [1, 2, 3, 4] };
    g[(0, 1)] = g[(1, 1)] + 10;
    g[(1, 0)] += 5;
    let r = &mut g[(1, 1)];
    *r *= 2;
    println!("{:?} {}", g.cells, get(&g, (0, 0)));
    println!("{} {}", &Named["a"], Named["b"].len());
    println!("{}", get(&[7u8, 8], 1));
    #[cfg(shared)]
    {
        let s = &g;
        s[(0, 0)] = 1;
    }
    #[cfg(unfit)]
    println!("{}", g[true]);
}
