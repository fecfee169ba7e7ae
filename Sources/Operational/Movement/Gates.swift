internal import Kernels

/// What has to be met before forces may start.
package enum Gate: String, CaseIterable, Sendable {
  /// The men of the force have closed up.
  case force
  /// They have, and what they lack in strength holds them up.
  case strength
  /// Enough supply lies ready.
  case supply
}

/// When forces may start, in one draw.
package struct Start: Sendable {
  /// s after the order; nil where they never may.
  package let time: Double?
  /// The condition that is met last, or the first that is never met.
  package let gate: Gate

  /// - Parameters:
  ///   - goal: where they go; who goes elsewhere does not count.
  ///   - needed: men that have to have closed up, at full strength.
  ///   - supplied: when enough supply lies ready; infinite where it never does.
  package init(
    _ movers: [Mover], _ closing: Closing, to goal: Int = 0, needed: Double, supplied: Double
  ) {
    let order = closing.arrivals.indices.filter {
      closing.arrivals[$0] < .infinity && movers[$0].goal == goal
    }
    .sorted { (closing.arrivals[$0], $0) < (closing.arrivals[$1], $1) }
    guard let enough = Start.enough(movers, order, needed) else {
      (time, gate) = (nil, .force)
      return
    }
    let full = needed > 0 ? closing.arrivals[order[enough]] : 0
    guard let force = Start.met(movers, closing, order, needed, from: enough) else {
      (time, gate) = (nil, .strength)
      return
    }
    guard supplied < .infinity else {
      (time, gate) = (nil, .supply)
      return
    }
    time = max(force, supplied)
    gate = supplied > force ? .supply : force > full ? .strength : .force
  }

  /// With which of those who come, in their order, there would be men enough at full strength; nil where there never are.
  private static func enough(_ movers: [Mover], _ order: [Int], _ needed: Double) -> Int? {
    var sum = 0.0
    return needed > 0
      ? order.indices.first { index in
        sum += movers[order[index]].men
        return sum >= needed
      } : 0
  }

  /// First time at which enough men stand there at the strength that they have; nil where they never do.
  ///
  /// - Parameter first: with whom there would be enough at full strength: before him there are not.
  private static func met(
    _ movers: [Mover], _ closing: Closing, _ order: [Int], _ needed: Double, from first: Int
  ) -> Double? {
    guard needed > 0 else { return 0 }
    func men(_ count: Int, _ time: Double) -> Double {
      order[..<count].reduce(0) { $0 + movers[$1].men * movers[$1].strength(at: time) }
    }
    for index in first..<order.count {
      let comes = closing.arrivals[order[index]]
      if men(index + 1, comes) >= needed { return comes }
      // those who stand there grow until the next comes
      let next = index + 1 < order.count ? closing.arrivals[order[index + 1]] : Start.farthest
      guard men(index + 1, next) >= needed else { continue }
      var (early, late) = (comes, next)
      while late - early > 60 {
        let middle = (early + late) / 2
        if men(index + 1, middle) >= needed { late = middle } else { early = middle }
      }
      return late
    }
    return nil
  }

  /// Nobody waits longer: ten years, s.
  private static let farthest = 3.2e8
}
