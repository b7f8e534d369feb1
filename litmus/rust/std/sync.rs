// Threads are run one after the other, so that every operation is atomic; what the orderings allow
// is not explored.
pub mod sync {
    pub use crate::rc::{Rc as Arc, Weak};

    use crate::cell::{Cell, UnsafeCell};
    use crate::fmt;
    use crate::ops::{Deref, DerefMut};

    // Waiting never ends when nobody else runs: another schedule is needed.
    fn blocked() -> ! {
        intrinsics::blocked()
    }

    pub struct PoisonError<T> {
        guard: T,
    }
    impl<T> PoisonError<T> {
        pub fn into_inner(self) -> T {
            self.guard
        }
        pub fn get_ref(&self) -> &T {
            &self.guard
        }
        pub fn get_mut(&mut self) -> &mut T {
            &mut self.guard
        }
    }
    impl<T> fmt::Debug for PoisonError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("PoisonError { .. }")
        }
    }
    pub enum TryLockError<T> {
        Poisoned(PoisonError<T>),
        WouldBlock,
    }
    impl<T> fmt::Debug for TryLockError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                TryLockError::Poisoned(_) => f.write_str("Poisoned(..)"),
                TryLockError::WouldBlock => f.write_str("WouldBlock"),
            }
        }
    }
    pub type LockResult<T> = Result<T, PoisonError<T>>;
    pub type TryLockResult<T> = Result<T, TryLockError<T>>;

    // A lock is poisoned by whoever begins to panic while it is held.
    struct Poison {
        failed: Cell<bool>,
    }
    impl Poison {
        fn result<T>(&self, guard: T) -> LockResult<T> {
            if self.failed.get() {
                Err(PoisonError { guard })
            } else {
                Ok(guard)
            }
        }
        fn released(&self, panicking_before: bool) {
            if !panicking_before && crate::thread::panicking() {
                self.failed.set(true);
            }
        }
    }

    pub struct Mutex<T: ?Sized> {
        locked: Cell<u32>,
        poison: Poison,
        data: UnsafeCell<T>,
    }
    pub struct MutexGuard<'a, T: ?Sized> {
        lock: &'a Mutex<T>,
        panicking: bool,
    }
    impl<T> Mutex<T> {
        pub const fn new(value: T) -> Mutex<T> {
            Mutex {
                locked: Cell::new(0),
                poison: Poison { failed: Cell::new(false) },
                data: UnsafeCell::new(value),
            }
        }
        pub fn into_inner(self) -> LockResult<T> {
            let failed = self.poison.failed.get();
            let value = self.data.into_inner();
            if failed {
                Err(PoisonError { guard: value })
            } else {
                Ok(value)
            }
        }
    }
    impl<T: ?Sized> Mutex<T> {
        fn guard(&self) -> LockResult<MutexGuard<'_, T>> {
            self.locked.set(1);
            self.poison.result(MutexGuard { lock: self, panicking: crate::thread::panicking() })
        }
        pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
            if self.locked.get() != 0 {
                blocked();
            }
            self.guard()
        }
        pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
            if self.locked.get() != 0 {
                return Err(TryLockError::WouldBlock);
            }
            match self.guard() {
                Ok(guard) => Ok(guard),
                Err(e) => Err(TryLockError::Poisoned(e)),
            }
        }
        pub fn get_mut(&mut self) -> LockResult<&mut T> {
            let failed = self.poison.failed.get();
            let guard = self.data.get_mut();
            if failed {
                Err(PoisonError { guard })
            } else {
                Ok(guard)
            }
        }
        pub fn is_poisoned(&self) -> bool {
            self.poison.failed.get()
        }
        pub fn clear_poison(&self) {
            self.poison.failed.set(false);
        }
    }
    impl<'a, T: ?Sized> Deref for MutexGuard<'a, T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { &*self.lock.data.get() }
        }
    }
    impl<'a, T: ?Sized> DerefMut for MutexGuard<'a, T> {
        fn deref_mut(&mut self) -> &mut T {
            unsafe { &mut *self.lock.data.get() }
        }
    }
    impl<'a, T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'a, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Display::fmt(&**self, f)
        }
    }
    impl<'a, T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'a, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Debug::fmt(&**self, f)
        }
    }
    impl<'a, T: ?Sized> Drop for MutexGuard<'a, T> {
        fn drop(&mut self) {
            self.lock.poison.released(self.panicking);
            self.lock.locked.set(0);
        }
    }

    pub mod atomic {
        use crate::cell::UnsafeCell;
        use crate::fmt;

        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Ordering {
            Relaxed,
            Release,
            Acquire,
            AcqRel,
            SeqCst,
        }

        #[repr(transparent)]
        pub struct Atomic<T> {
            value: UnsafeCell<T>,
        }
        pub type AtomicBool = Atomic<bool>;
        pub type AtomicI8 = Atomic<i8>;
        pub type AtomicU8 = Atomic<u8>;
        pub type AtomicI16 = Atomic<i16>;
        pub type AtomicU16 = Atomic<u16>;
        pub type AtomicI32 = Atomic<i32>;
        pub type AtomicU32 = Atomic<u32>;
        pub type AtomicI64 = Atomic<i64>;
        pub type AtomicU64 = Atomic<u64>;
        pub type AtomicIsize = Atomic<isize>;
        pub type AtomicUsize = Atomic<usize>;
        pub type AtomicPtr<T> = Atomic<*mut T>;

        impl<T> Atomic<T> {
            pub const fn new(value: T) -> Atomic<T> {
                Atomic { value: UnsafeCell::new(value) }
            }
            pub fn get_mut(&mut self) -> &mut T {
                self.value.get_mut()
            }
            pub fn into_inner(self) -> T {
                self.value.into_inner()
            }
            pub fn as_ptr(&self) -> *mut T {
                self.value.get()
            }
            pub unsafe fn from_ptr<'a>(ptr: *mut T) -> &'a Atomic<T> {
                unsafe { &*(ptr as *const Atomic<T>) }
            }
            pub fn load(&self, order: Ordering) -> T {
                match order {
                    Ordering::Release => panic!("there is no such thing as a release load"),
                    Ordering::AcqRel => panic!("there is no such thing as an acquire-release load"),
                    _ => unsafe { *self.value.get() },
                }
            }
            pub fn store(&self, value: T, order: Ordering) {
                match order {
                    Ordering::Acquire => panic!("there is no such thing as an acquire store"),
                    Ordering::AcqRel => {
                        panic!("there is no such thing as an acquire-release store")
                    }
                    _ => intrinsics::typed_write::<T>(self.value.get(), value),
                }
            }
            pub fn swap(&self, value: T, _order: Ordering) -> T {
                let old = unsafe { *self.value.get() };
                intrinsics::typed_write::<T>(self.value.get(), value);
                old
            }
            pub fn compare_exchange(
                &self,
                current: T,
                new: T,
                _success: Ordering,
                failure: Ordering,
            ) -> Result<T, T> {
                match failure {
                    Ordering::Release => {
                        panic!("there is no such thing as a release failure ordering")
                    }
                    Ordering::AcqRel => {
                        panic!("there is no such thing as an acquire-release failure ordering")
                    }
                    _ => {}
                }
                let old = unsafe { *self.value.get() };
                if old != current {
                    return Err(old);
                }
                intrinsics::typed_write::<T>(self.value.get(), new);
                Ok(old)
            }
            pub fn compare_exchange_weak(
                &self,
                current: T,
                new: T,
                success: Ordering,
                failure: Ordering,
            ) -> Result<T, T> {
                intrinsics::sequential();
                self.compare_exchange(current, new, success, failure)
            }
            pub fn fetch_update<F: FnMut(T) -> Option<T>>(
                &self,
                set: Ordering,
                fetch: Ordering,
                mut f: F,
            ) -> Result<T, T> {
                let old = self.load(fetch);
                match f(old) {
                    Some(new) => self.compare_exchange(old, new, set, fetch),
                    None => Err(old),
                }
            }
            pub fn fetch_add(&self, value: T, order: Ordering) -> T {
                self.swap(intrinsics::wrapping_add::<T>(unsafe { *self.value.get() }, value), order)
            }
            pub fn fetch_sub(&self, value: T, order: Ordering) -> T {
                self.swap(intrinsics::wrapping_sub::<T>(unsafe { *self.value.get() }, value), order)
            }
            pub fn fetch_and(&self, value: T, order: Ordering) -> T {
                self.swap(unsafe { *self.value.get() } & value, order)
            }
            pub fn fetch_or(&self, value: T, order: Ordering) -> T {
                self.swap(unsafe { *self.value.get() } | value, order)
            }
            pub fn fetch_xor(&self, value: T, order: Ordering) -> T {
                self.swap(unsafe { *self.value.get() } ^ value, order)
            }
            pub fn fetch_nand(&self, value: T, order: Ordering) -> T {
                self.swap(!(unsafe { *self.value.get() } & value), order)
            }
            pub fn fetch_max(&self, value: T, order: Ordering) -> T {
                let old = unsafe { *self.value.get() };
                self.swap(if old < value { value } else { old }, order)
            }
            pub fn fetch_min(&self, value: T, order: Ordering) -> T {
                let old = unsafe { *self.value.get() };
                self.swap(if value < old { value } else { old }, order)
            }
        }

        impl<T: fmt::Debug> fmt::Debug for Atomic<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let value = unsafe { *self.value.get() };
                fmt::Debug::fmt(&value, f)
            }
        }
        impl<T: Default> Default for Atomic<T> {
            fn default() -> Atomic<T> {
                Atomic::new(T::default())
            }
        }

        pub fn fence(order: Ordering) {
            if let Ordering::Relaxed = order {
                panic!("there is no such thing as a relaxed fence");
            }
        }
        pub fn compiler_fence(order: Ordering) {
            if let Ordering::Relaxed = order {
                panic!("there is no such thing as a relaxed compiler fence");
            }
        }
    }
}
