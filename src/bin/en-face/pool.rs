//! Work for several threads, with results in the order of the orders.

use crate::input::Error;
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Orders that wait for a thread, for each thread: enough that none has to wait for the reader.
const AHEAD: usize = 2;
/// Results that may wait for one that takes long, for each thread.
const BEHIND: usize = 8;

/// How many threads work unless told: as many as there are cores.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Does `work` on every order in `jobs` threads and hands the results to `take` one after the other, as they were
/// ordered. Ends when `take` wants no more, at the first order that is an error, or when all is done. What is in memory
/// at a time is bounded.
///
/// # Errors
///
/// The first error among the orders, after the results before it, or the one that `take` returns.
pub fn in_order<Order: Send, Done: Send>(
    jobs: usize,
    orders: impl Iterator<Item = Result<Order, Error>> + Send,
    work: impl Fn(Order) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<ControlFlow<()>, Error>,
) -> Result<(), Error> {
    let (order, todo) = sync_channel::<(Order, SyncSender<Done>)>(jobs * AHEAD);
    let todo = Mutex::new(todo);
    let (promise, promised) = sync_channel::<Result<Receiver<Done>, Error>>(jobs * BEHIND);
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((one, answer)) = next(&todo) {
                    // Nobody listens any more once the taker has had enough.
                    let _ = answer.send(work(one));
                }
            });
        }
        scope.spawn(move || {
            for one in orders {
                let (answer, result) = sync_channel(1);
                let (one, result) = match one {
                    Ok(one) => (Some(one), Ok(result)),
                    Err(error) => (None, Err(error)),
                };
                let told = promise.send(result).is_ok();
                let Some(one) = one.filter(|_| told) else { return };
                if order.send((one, answer)).is_err() {
                    return;
                }
            }
        });
        for result in promised {
            // A thread that has died has taken its order with it; the scope then passes its panic on.
            let Ok(done) = result?.recv() else { break };
            if take(done)?.is_break() {
                break;
            }
        }
        Ok(())
    })
}

fn next<T>(todo: &Mutex<Receiver<T>>) -> Option<T> {
    // Held only while waiting: nothing in there can panic.
    todo.lock().ok()?.recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_orders() {
        let mut taken = Vec::new();
        let slow_first = |n: u64| {
            thread::sleep(Duration::from_millis(if n.is_multiple_of(7) { 20 } else { 0 }));
            n * 2
        };
        let take = |done| {
            taken.push(done);
            Ok(ControlFlow::Continue(()))
        };
        assert!(in_order(4, (0..100).map(Ok), slow_first, take).is_ok());
        assert_eq!(taken, (0..100).map(|n| n * 2).collect::<Vec<_>>());
    }

    #[test]
    fn what_comes_before_an_error_is_still_taken() {
        let orders = (0..10).map(|n| if n == 6 { Err(Error::new(Path::new("a"), "broken")) } else { Ok(n) });
        let mut taken = 0;
        let take = |_| {
            taken += 1;
            Ok(ControlFlow::Continue(()))
        };
        assert!(in_order(3, orders, |n| n, take).is_err());
        assert_eq!(taken, 6);
    }

    #[test]
    fn a_taker_that_has_had_enough_ends_it() {
        let mut taken = 0;
        let take = |_| {
            taken += 1;
            Ok(if taken == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        };
        assert!(in_order(2, (0..).map(Ok), |n: u64| n, take).is_ok());
        assert_eq!(taken, 5);
    }
}
