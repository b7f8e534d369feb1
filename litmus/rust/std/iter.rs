// Iterators and their adaptors.

pub mod iter {
    pub trait Iterator {
        type Item;
        fn next(&mut self) -> Option<Self::Item>;

        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, None)
        }
        fn count(mut self) -> usize {
            let mut n = 0;
            while let Some(_) = self.next() {
                n += 1;
            }
            n
        }
        fn last(mut self) -> Option<Self::Item> {
            let mut last = None;
            while let Some(x) = self.next() {
                last = Some(x);
            }
            last
        }
        fn nth(&mut self, n: usize) -> Option<Self::Item> {
            let mut i = 0;
            while i < n {
                if self.next().is_none() {
                    return None;
                }
                i += 1;
            }
            self.next()
        }
        fn by_ref(&mut self) -> &mut Self {
            self
        }
        fn for_each<F: FnMut(Self::Item)>(mut self, mut f: F) {
            while let Some(x) = self.next() {
                f(x);
            }
        }
        fn fold<B, F: FnMut(B, Self::Item) -> B>(mut self, init: B, mut f: F) -> B {
            let mut accum = init;
            while let Some(x) = self.next() {
                accum = f(accum, x);
            }
            accum
        }
        fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(mut self, f: F) -> Option<Self::Item> {
            match self.next() {
                Some(first) => Some(self.fold(first, f)),
                None => None,
            }
        }
        fn all<F: FnMut(Self::Item) -> bool>(&mut self, mut f: F) -> bool {
            while let Some(x) = self.next() {
                if !f(x) {
                    return false;
                }
            }
            true
        }
        fn any<F: FnMut(Self::Item) -> bool>(&mut self, mut f: F) -> bool {
            while let Some(x) = self.next() {
                if f(x) {
                    return true;
                }
            }
            false
        }
        fn find<P: FnMut(&Self::Item) -> bool>(&mut self, mut predicate: P) -> Option<Self::Item> {
            while let Some(x) = self.next() {
                if predicate(&x) {
                    return Some(x);
                }
            }
            None
        }
        fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, mut f: F) -> Option<B> {
            while let Some(x) = self.next() {
                if let Some(b) = f(x) {
                    return Some(b);
                }
            }
            None
        }
        fn position<P: FnMut(Self::Item) -> bool>(&mut self, mut predicate: P) -> Option<usize> {
            let mut i = 0;
            while let Some(x) = self.next() {
                if predicate(x) {
                    return Some(i);
                }
                i += 1;
            }
            None
        }
        fn max(mut self) -> Option<Self::Item> {
            let mut best = match self.next() {
                Some(x) => x,
                None => return None,
            };
            while let Some(x) = self.next() {
                if x >= best {
                    best = x;
                }
            }
            Some(best)
        }
        fn min(mut self) -> Option<Self::Item> {
            let mut best = match self.next() {
                Some(x) => x,
                None => return None,
            };
            while let Some(x) = self.next() {
                if x < best {
                    best = x;
                }
            }
            Some(best)
        }
        fn sum<S: Sum<Self::Item>>(self) -> S {
            S::sum(self)
        }
        fn product<P: Product<Self::Item>>(self) -> P {
            P::product(self)
        }
        fn collect<B: FromIterator<Self::Item>>(self) -> B {
            B::from_iter(self)
        }
        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> {
            Map { iter: self, f }
        }
        fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P> {
            Filter { iter: self, predicate }
        }
        fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F> {
            FilterMap { iter: self, f }
        }
        fn enumerate(self) -> Enumerate<Self> {
            Enumerate { iter: self, count: 0 }
        }
        fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> {
            Zip { a: self, b: other.into_iter() }
        }
        fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> {
            Chain { a: Some(self), b: other.into_iter() }
        }
        fn rev(self) -> Rev<Self> {
            Rev { iter: self }
        }
        fn take(self, n: usize) -> Take<Self> {
            Take { iter: self, n }
        }
        fn skip(self, n: usize) -> Skip<Self> {
            Skip { iter: self, n }
        }
        fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P> {
            TakeWhile { iter: self, done: false, predicate }
        }
        fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P> {
            SkipWhile { iter: self, started: false, predicate }
        }
        fn step_by(self, step: usize) -> StepBy<Self> {
            if step == 0 {
                panic!("assertion failed: step != 0");
            }
            StepBy { iter: self, step: step - 1, first: true }
        }
        fn peekable(self) -> Peekable<Self> {
            Peekable { iter: self, peeked: None }
        }
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> {
            Inspect { iter: self, f }
        }
        fn fuse(self) -> Fuse<Self> {
            Fuse { iter: Some(self) }
        }
        fn cycle(self) -> Cycle<Self> {
            Cycle { orig: self.clone(), iter: self }
        }
        fn cloned(self) -> Cloned<Self> {
            Cloned { iter: self }
        }
        fn copied(self) -> Copied<Self> {
            Copied { iter: self }
        }
        fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> Flatten<Map<Self, F>, U::IntoIter> {
            Flatten { iter: self.map(f), front: None }
        }
    }

    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item>;
    }
    pub trait ExactSizeIterator: Iterator {
        fn len(&self) -> usize {
            self.size_hint().0
        }
    }
    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
        fn into_iter(self) -> I {
            self
        }
    }
    pub trait FromIterator<A> {
        fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
    }
    pub trait Extend<A> {
        fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
    }
    pub trait Sum<A> {
        fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    pub trait Product<A> {
        fn product<I: Iterator<Item = A>>(iter: I) -> Self;
    }

    impl<I: Iterator> Iterator for &mut I {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            (**self).next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (**self).size_hint()
        }
    }
    impl<I: Iterator + ?Sized> Iterator for Box<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            (**self).next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (**self).size_hint()
        }
    }

    pub struct Map<I, F> {
        iter: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            match self.iter.next() {
                Some(x) => Some((self.f)(x)),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {
        fn next_back(&mut self) -> Option<B> {
            match self.iter.next_back() {
                Some(x) => Some((self.f)(x)),
                None => None,
            }
        }
    }

    pub struct Filter<I, P> {
        iter: I,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while let Some(x) = self.iter.next() {
                if (self.predicate)(&x) {
                    return Some(x);
                }
            }
            None
        }
    }

    pub struct FilterMap<I, F> {
        iter: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            while let Some(x) = self.iter.next() {
                if let Some(y) = (self.f)(x) {
                    return Some(y);
                }
            }
            None
        }
    }

    pub struct Enumerate<I> {
        iter: I,
        count: usize,
    }
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
        fn next(&mut self) -> Option<(usize, I::Item)> {
            match self.iter.next() {
                Some(x) => {
                    let i = self.count;
                    self.count += 1;
                    Some((i, x))
                }
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Enumerate<I> {
        fn next_back(&mut self) -> Option<(usize, I::Item)> {
            let x = match self.iter.next_back() {
                Some(x) => x,
                None => return None,
            };
            let len = self.iter.size_hint().0;
            Some((self.count + len, x))
        }
    }

    pub struct Zip<A, B> {
        a: A,
        b: B,
    }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
        fn next(&mut self) -> Option<(A::Item, B::Item)> {
            let x = match self.a.next() {
                Some(x) => x,
                None => return None,
            };
            let y = match self.b.next() {
                Some(y) => y,
                None => return None,
            };
            Some((x, y))
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let (a, b) = (self.a.size_hint().0, self.b.size_hint().0);
            let n = if a < b { a } else { b };
            (n, Some(n))
        }
    }

    pub struct Chain<A, B> {
        a: Option<A>,
        b: B,
    }
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
        fn next(&mut self) -> Option<A::Item> {
            if let Some(a) = &mut self.a {
                match a.next() {
                    Some(x) => return Some(x),
                    None => {}
                }
                self.a = None;
            }
            self.b.next()
        }
    }

    pub struct Rev<I> {
        iter: I,
    }
    impl<I: DoubleEndedIterator> Iterator for Rev<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            self.iter.next_back()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {
        fn next_back(&mut self) -> Option<I::Item> {
            self.iter.next()
        }
    }

    pub struct Take<I> {
        iter: I,
        n: usize,
    }
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.n == 0 {
                return None;
            }
            self.n -= 1;
            self.iter.next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let n = self.iter.size_hint().0;
            let n = if n < self.n { n } else { self.n };
            (n, Some(n))
        }
    }

    pub struct Skip<I> {
        iter: I,
        n: usize,
    }
    impl<I: Iterator> Iterator for Skip<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while self.n > 0 {
                self.n -= 1;
                if self.iter.next().is_none() {
                    return None;
                }
            }
            self.iter.next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let n = self.iter.size_hint().0;
            let n = if n < self.n { 0 } else { n - self.n };
            (n, Some(n))
        }
    }

    pub struct TakeWhile<I, P> {
        iter: I,
        done: bool,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.done {
                return None;
            }
            match self.iter.next() {
                Some(x) => {
                    if (self.predicate)(&x) {
                        Some(x)
                    } else {
                        self.done = true;
                        None
                    }
                }
                None => None,
            }
        }
    }

    pub struct SkipWhile<I, P> {
        iter: I,
        started: bool,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while let Some(x) = self.iter.next() {
                if self.started || !(self.predicate)(&x) {
                    self.started = true;
                    return Some(x);
                }
            }
            None
        }
    }

    pub struct StepBy<I> {
        iter: I,
        step: usize,
        first: bool,
    }
    impl<I: Iterator> Iterator for StepBy<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.first {
                self.first = false;
                self.iter.next()
            } else {
                self.iter.nth(self.step)
            }
        }
    }

    pub struct Peekable<I: Iterator> {
        iter: I,
        peeked: Option<Option<I::Item>>,
    }
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item> {
            if self.peeked.is_none() {
                self.peeked = Some(self.iter.next());
            }
            self.peeked.as_ref().unwrap().as_ref()
        }
        pub fn peek_mut(&mut self) -> Option<&mut I::Item> {
            if self.peeked.is_none() {
                self.peeked = Some(self.iter.next());
            }
            self.peeked.as_mut().unwrap().as_mut()
        }
    }
    impl<I: Iterator> Iterator for Peekable<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            match self.peeked.take() {
                Some(v) => v,
                None => self.iter.next(),
            }
        }
    }

    pub struct Inspect<I, F> {
        iter: I,
        f: F,
    }
    impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let next = self.iter.next();
            if let Some(x) = &next {
                (self.f)(x);
            }
            next
        }
    }

    pub struct Fuse<I> {
        iter: Option<I>,
    }
    impl<I: Iterator> Iterator for Fuse<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let next = match &mut self.iter {
                Some(iter) => iter.next(),
                None => return None,
            };
            if next.is_none() {
                self.iter = None;
            }
            next
        }
    }

    pub struct Cycle<I> {
        orig: I,
        iter: I,
    }
    impl<I: Iterator + Clone> Iterator for Cycle<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            match self.iter.next() {
                None => {
                    self.iter = self.orig.clone();
                    self.iter.next()
                }
                y => y,
            }
        }
    }

    pub struct Cloned<I> {
        iter: I,
    }
    impl<'a, T: Clone, I: Iterator<Item = &'a T>> Iterator for Cloned<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.iter.next() {
                Some(x) => Some(x.clone()),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    pub struct Copied<I> {
        iter: I,
    }
    impl<'a, T: Copy, I: Iterator<Item = &'a T>> Iterator for Copied<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.iter.next() {
                Some(x) => Some(*x),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }

    pub struct Flatten<I, U> {
        iter: I,
        front: Option<U>,
    }
    impl<I: Iterator, U: Iterator> Iterator for Flatten<I, U> {
        type Item = U::Item;
        fn next(&mut self) -> Option<U::Item> {
            loop {
                if let Some(inner) = &mut self.front {
                    match inner.next() {
                        Some(x) => return Some(x),
                        None => {}
                    }
                    self.front = None;
                }
                match self.iter.next() {
                    Some(next) => self.front = Some(next.into_iter()),
                    None => return None,
                }
            }
        }
    }

    pub struct Once<T> {
        value: Option<T>,
    }
    pub fn once<T>(value: T) -> Once<T> {
        Once { value: Some(value) }
    }
    impl<T> Iterator for Once<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            self.value.take()
        }
    }
    pub struct Empty<T> {
        marker: crate::marker::PhantomData<T>,
    }
    pub fn empty<T>() -> Empty<T> {
        Empty { marker: crate::marker::PhantomData }
    }
    impl<T> Iterator for Empty<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            None
        }
    }
    pub struct Repeat<T> {
        value: T,
    }
    pub fn repeat<T: Clone>(value: T) -> Repeat<T> {
        Repeat { value }
    }
    impl<T: Clone> Iterator for Repeat<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            Some(self.value.clone())
        }
    }
    pub struct FromFn<F> {
        f: F,
    }
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F> {
        FromFn { f }
    }
    impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            (self.f)()
        }
    }
    pub struct Successors<T, F> {
        next: Option<T>,
        succ: F,
    }
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F> {
        Successors { next: first, succ }
    }
    impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.next.take() {
                Some(item) => {
                    self.next = (self.succ)(&item);
                    Some(item)
                }
                None => None,
            }
        }
    }

    // Option and Result as containers of at most one.
    pub struct OptionIter<T> {
        value: Option<T>,
    }
    impl<T> Iterator for OptionIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            self.value.take()
        }
    }
    impl<T> IntoIterator for Option<T> {
        type Item = T;
        type IntoIter = OptionIter<T>;
        fn into_iter(self) -> OptionIter<T> {
            OptionIter { value: self }
        }
    }
    impl<T, V: FromIterator<T>> FromIterator<Option<T>> for Option<V> {
        fn from_iter<I: IntoIterator<Item = Option<T>>>(iter: I) -> Option<V> {
            let mut missing = false;
            let mut it = iter.into_iter();
            let v = V::from_iter(from_fn(|| match it.next() {
                Some(Some(x)) => Some(x),
                Some(None) => {
                    missing = true;
                    None
                }
                None => None,
            }));
            if missing { None } else { Some(v) }
        }
    }
    impl<T, E, V: FromIterator<T>> FromIterator<Result<T, E>> for Result<V, E> {
        fn from_iter<I: IntoIterator<Item = Result<T, E>>>(iter: I) -> Result<V, E> {
            let mut error = None;
            let mut it = iter.into_iter();
            let v = V::from_iter(from_fn(|| match it.next() {
                Some(Ok(x)) => Some(x),
                Some(Err(e)) => {
                    error = Some(e);
                    None
                }
                None => None,
            }));
            match error {
                Some(e) => Err(e),
                None => Ok(v),
            }
        }
    }
}
