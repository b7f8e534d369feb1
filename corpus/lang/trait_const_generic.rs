//@ title: impls over array lengths and constants
//@ from: Rust Reference, "Const Generics"
// 
//@ expect: prints "37 Some(5) None\n[[3], [7]]\n"
//@ expect unfit: errors /cannot multiply|mismatched/

trait Len {
    const LEN: usize;
    fn first(&self) -> Option<u8>;
}
impl<const N: usize> Len for [u8; N] {
    const LEN: usize = N;
    fn first(&self) -> Option<u8> {
        if N == 0 {
            None
        } else {
            Some(self[0])
        }
    }
}
struct Matrix<const R: usize, const C: usize>([[i32; C]; R]);
impl<const R: usize, const C: usize, const K: usize> std::ops::Mul<Matrix<C, K>> for Matrix<R, C> {
    type Output = Matrix<R, K>;
    fn mul(self, o: Matrix<C, K>) -> Matrix<R, K> {
        let mut out = [[0; K]; R];
        for i in 0..R {
            for j in 0..K {
                for k in 0..C {
                    out[i][j] += self.0[i][k] * o.0[k][j];
                }
            }
        }
        Matrix(out)
    }
}
fn lens<A: Len, B: Len>(_: &A, _: &B) -> usize {
    A::LEN * 10 + B::LEN
}

fn main() {
    println!("{} {:?} {:?}", lens(&[1, 2, 3], &[0; 7]), [5, 6].first(), Len::first(&[0; 0]));
    let m = Matrix([[1, 2], [3, 4]]) * Matrix([[1], [1]]);
    println!("{:?}", m.0);
    #[cfg(unfit)]
    let _n = Matrix([[1, 2]]) * Matrix([[1, 2]]);
}
