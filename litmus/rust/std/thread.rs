// Threads. Each is run to its end where it is spawned: one schedule of the many, and the machine says
// so (limit `threads`).

pub mod thread {
    use crate::any::Any;
    use crate::cell::Cell;

    pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send>>;

    pub fn panicking() -> bool {
        intrinsics::panicking()
    }
    pub fn yield_now() {
        intrinsics::sequential();
    }

    // A thread has ended before anybody has its handle.
    pub struct JoinHandle<T> {
        result: Result<T>,
    }
    impl<T> JoinHandle<T> {
        pub fn join(self) -> Result<T> {
            self.result
        }
        pub fn is_finished(&self) -> bool {
            true
        }
    }

    pub fn spawn<F: FnOnce() -> T, T>(f: F) -> JoinHandle<T> {
        JoinHandle { result: crate::panic::run_thread(f) }
    }

    // How many threads panicked and were not joined.
    pub struct Scope<'scope, 'env: 'scope> {
        unhandled: Cell<usize>,
    }
    pub struct ScopedJoinHandle<'scope, T> {
        result: Result<T>,
        unhandled: *const Cell<usize>,
    }
    impl<'scope, 'env> Scope<'scope, 'env> {
        pub fn spawn<F: FnOnce() -> T, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T> {
            let result = crate::panic::run_thread(f);
            if result.is_err() {
                self.unhandled.set(self.unhandled.get() + 1);
            }
            ScopedJoinHandle { result, unhandled: &self.unhandled }
        }
    }
    impl<'scope, T> ScopedJoinHandle<'scope, T> {
        pub fn join(self) -> Result<T> {
            if self.result.is_err() {
                let unhandled = unsafe { &*self.unhandled };
                unhandled.set(unhandled.get() - 1);
            }
            self.result
        }
        pub fn is_finished(&self) -> bool {
            true
        }
    }

    pub fn scope<'env, F, T>(f: F) -> T
    where
        F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
    {
        let scope = Scope { unhandled: Cell::new(0) };
        let result = crate::panic::catch_unwind(|| f(&scope));
        match result {
            Err(payload) => crate::panic::resume_unwind(payload),
            Ok(_) if scope.unhandled.get() != 0 => panic!("a scoped thread panicked"),
            Ok(value) => value,
        }
    }
}
