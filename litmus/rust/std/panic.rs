// Panics: what they carry, and how they are caught.

pub mod any {
    use crate::fmt;

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct TypeId {
        number: usize,
    }
    impl TypeId {
        pub fn of<T: ?Sized>() -> TypeId {
            TypeId { number: intrinsics::type_id::<T>() }
        }
    }

    pub trait Any {
        fn type_id(&self) -> TypeId;
    }
    impl<T> Any for T {
        fn type_id(&self) -> TypeId {
            TypeId::of::<T>()
        }
    }

    // A payload with a formatted message, which is a String in std: what it is cannot be asked.
    pub struct Formatted {
        pub number: usize,
    }

    impl dyn Any {
        pub fn is<T>(&self) -> bool {
            if self.type_id() == TypeId::of::<Formatted>() {
                intrinsics::panic_string();
            }
            self.type_id() == TypeId::of::<T>()
        }
        pub fn downcast_ref<T>(&self) -> Option<&T> {
            if self.is::<T>() {
                Some(unsafe { &*(self as *const dyn Any as *const T) })
            } else {
                None
            }
        }
        pub fn downcast_mut<T>(&mut self) -> Option<&mut T> {
            if self.is::<T>() {
                Some(unsafe { &mut *(self as *mut dyn Any as *mut T) })
            } else {
                None
            }
        }
    }
    impl Box<dyn Any> {
        pub fn downcast<T>(self) -> Result<Box<T>, Box<dyn Any>> {
            if self.is::<T>() {
                Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) })
            } else {
                Err(self)
            }
        }
    }
    impl fmt::Debug for dyn Any {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Any { .. }")
        }
    }
}

pub mod panic {
    #[auto]
    pub trait UnwindSafe {}
    #[auto]
    pub trait RefUnwindSafe {}

    use crate::any::{Any, Formatted, TypeId};
    use crate::mem::ManuallyDrop;

    #[lang = "assert_unwind_safe"]
    pub struct AssertUnwindSafe<T>(pub T);
    impl<T> crate::ops::Deref for AssertUnwindSafe<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.0
        }
    }
    impl<T> crate::ops::DerefMut for AssertUnwindSafe<T> {
        fn deref_mut(&mut self) -> &mut T {
            &mut self.0
        }
    }

    // What the panic of this number carries.
    fn payload(number: usize) -> Box<dyn Any + Send> {
        let held = intrinsics::panic_payload(number);
        if !held.is_null() {
            return *unsafe { Box::from_raw(held as *mut Box<dyn Any + Send>) };
        }
        if intrinsics::panic_is_literal(number) {
            Box::new(intrinsics::panic_text(number))
        } else {
            Box::new(Formatted { number })
        }
    }

    pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
        let of = Any::type_id(&*payload);
        if of == TypeId::of::<Formatted>() {
            let formatted = unsafe { &*(&*payload as *const dyn Any as *const Formatted) };
            intrinsics::resume_unwind(formatted.number);
        }
        let mut text = "Box<dyn Any>";
        if of == TypeId::of::<&'static str>() {
            text = unsafe { *(&*payload as *const dyn Any as *const &'static str) };
        }
        let object = &*payload as *const dyn Any;
        intrinsics::start_panic::<dyn Any>(Box::into_raw(Box::new(payload)) as *mut u8, text, object)
    }

    pub fn panic_any<M: Any + Send>(message: M) -> ! {
        resume_unwind(Box::new(message))
    }

    // What goes into the call of f and what comes out of it, in one place.
    union Passed<F, R> {
        f: ManuallyDrop<F>,
        result: ManuallyDrop<R>,
    }

    fn call<F: FnOnce() -> R, R>(data: *mut u8) {
        let data = unsafe { &mut *(data as *mut Passed<F, R>) };
        let f = unsafe { ManuallyDrop::take(&mut data.f) };
        data.result = ManuallyDrop::new(f());
    }

    pub fn catch_unwind<F: FnOnce() -> R, R>(f: F) -> Result<R, Box<dyn Any + Send>> {
        let mut data = Passed::<F, R> { f: ManuallyDrop::new(f) };
        let number = intrinsics::catch_unwind(call::<F, R>, &raw mut data as *mut u8);
        if number != 0 {
            return Err(payload(number));
        }
        Ok(ManuallyDrop::into_inner(unsafe { data.result }))
    }

    // The same as a thread of its own, which is run to its end.
    pub fn run_thread<F: FnOnce() -> R, R>(f: F) -> Result<R, Box<dyn Any + Send>> {
        let mut data = Passed::<F, R> { f: ManuallyDrop::new(f) };
        let number = intrinsics::run_thread(call::<F, R>, &raw mut data as *mut u8);
        if number != 0 {
            return Err(payload(number));
        }
        Ok(ManuallyDrop::into_inner(unsafe { data.result }))
    }
}
