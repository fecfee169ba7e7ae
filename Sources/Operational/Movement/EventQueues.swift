/// Events that wait in several queues, none of them earlier than the one before it in its queue: taken out in order of time, those of
/// one time in the order in which they were put in.
///
/// A heap holds only the first of each queue; most events join a queue and pass none.
struct EventQueues {
  private struct Event {
    let time: Double
    let queue, item: Int32
    /// The one behind it in its queue; −1 where it is the last.
    var next: Int32 = -1
  }

  /// The first of a queue: its time, and its place among all events.
  private struct Head {
    let time: Double
    let event: Int32

    func precedes(_ other: Head) -> Bool {
      time != other.time ? time < other.time : event < other.event
    }
  }

  /// All events there have been, in the order in which they were put in.
  private var events: [Event] = []
  /// The last that waits in each queue; −1 in an empty one.
  private var last: [Int32]
  /// A heap: none precedes the one at half its place.
  private var heads: [Head] = []

  /// - Parameter events: about how many there will be in all.
  init(queues: Int, events count: Int) {
    last = Array(repeating: -1, count: queues)
    events.reserveCapacity(count)
  }

  /// - Precondition: the queue's last event is no later.
  mutating func add(_ item: Int, to queue: Int, at time: Double) {
    let event = Int32(events.count)
    events.append(Event(time: time, queue: Int32(queue), item: Int32(item)))
    let before = Int(last[queue])
    last[queue] = event
    if before < 0 {
      insert(Head(time: time, event: event))
    } else {
      precondition(events[before].time <= time, "an event before the one that it waits for")
      events[before].next = event
    }
  }

  mutating func takeFirst() -> (time: Double, queue: Int, item: Int)? {
    guard let head = heads.first else { return nil }
    let event = events[Int(head.event)]
    if event.next >= 0 {
      sink(Head(time: events[Int(event.next)].time, event: event.next))
    } else {
      last[Int(event.queue)] = -1
      let moved = heads.removeLast()
      if !heads.isEmpty { sink(moved) }
    }
    return (event.time, Int(event.queue), Int(event.item))
  }

  private mutating func insert(_ head: Head) {
    heads.append(head)
    var at = heads.count - 1
    while at > 0, head.precedes(heads[(at - 1) / 2]) {
      heads[at] = heads[(at - 1) / 2]
      at = (at - 1) / 2
    }
    heads[at] = head
  }

  /// Puts a head where the first one was, and down to its place.
  private mutating func sink(_ head: Head) {
    var at = 0
    while 2 * at + 1 < heads.count {
      var child = 2 * at + 1
      if child + 1 < heads.count, heads[child + 1].precedes(heads[child]) { child += 1 }
      guard heads[child].precedes(head) else { break }
      heads[at] = heads[child]
      at = child
    }
    heads[at] = head
  }
}
