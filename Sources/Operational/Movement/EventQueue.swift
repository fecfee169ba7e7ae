/// Events by time; those of one time in the order in which they were put in.
struct EventQueue<Event> {
  private var entries: [(time: Double, number: Int, event: Event)] = []
  private var count = 0

  mutating func insert(_ event: Event, at time: Double) {
    entries.append((time, count, event))
    count += 1
    var at = entries.count - 1
    while at > 0, precedes(at, (at - 1) / 2) {
      entries.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func takeNext() -> (time: Double, event: Event)? {
    guard let first = entries.first else { return nil }
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var at = 0
    while 2 * at + 1 < entries.count {
      var child = 2 * at + 1
      if child + 1 < entries.count, precedes(child + 1, child) { child += 1 }
      guard precedes(child, at) else { break }
      entries.swapAt(at, child)
      at = child
    }
    return (first.time, first.event)
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (entries[a].time, entries[a].number) < (entries[b].time, entries[b].number)
  }
}
