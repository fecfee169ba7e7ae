internal import Kernels

/// How a side moves in one draw, SI.
package struct March: Sendable {
  /// Of a column on the road, the road that each vehicle takes, and the time on the move in a day.
  let speed, spacing, day: Double
  let railFrom, railSpeed: Double
  /// Share of the vehicles on wheels that march although the others go by rail.
  let wheelsOnRoad: Double
  let trainVehicles: Double
  let loading, unloading: Double
  let ramps: Int
  /// Time between two trains that a line brings.
  let headway: Double
  let trainSets: Int
  let gaugeChange: Double

  package init(
    speed: Double, spacing: Double, day: Double, railFrom: Double, railSpeed: Double,
    wheelsOnRoad: Double, trainVehicles: Double, loading: Double, unloading: Double, ramps: Int,
    headway: Double, trainSets: Int, gaugeChange: Double
  ) {
    (self.speed, self.spacing, self.day) = (speed, spacing, day)
    (self.railFrom, self.railSpeed, self.wheelsOnRoad) = (railFrom, railSpeed, wheelsOnRoad)
    (self.trainVehicles, self.loading, self.unloading) = (trainVehicles, loading, unloading)
    (self.ramps, self.headway, self.trainSets) = (ramps, headway, trainSets)
    self.gaugeChange = gaugeChange
  }

  static let secondsOfADay = 86_400.0

  static func days(_ seconds: Double) -> Double { seconds / secondsOfADay }

  /// How long a column is on the way, with so much time on the move in a day: whole days but for the last one.
  package func elapsed(moving time: Double) -> Double {
    guard day < March.secondsOfADay else { return time }
    let days = max(0, (time / day).rounded(.up) - 1)
    return days * March.secondsOfADay + time - days * day
  }

  /// Road that so many vehicles take, m.
  func column(_ vehicles: Double) -> Double {
    MarchColumn.length(vehicles: vehicles, interval: spacing)
  }
}

/// A formation on its way in one draw.
package struct Mover: Sendable {
  let men: Double
  /// Vehicles on tracks and on wheels.
  let tracks, wheels: Double
  /// From the order until it can move.
  let notice: Double
  /// Share of its strength at the order, and in which time what it lacks shrinks to 37 %; infinite makes nothing good.
  let strength, recovery: Double
  /// m; nil where no road leads there.
  let road: Double?
  let rail: Way.Rail?
  /// Where it goes, by number: movers of one goal share its roads, its line and its ramps.
  let goal: Int

  package init(
    men: Double, tracks: Double, wheels: Double, notice: Double, strength: Double = 1,
    recovery: Double = .infinity, road: Double?, rail: Way.Rail? = nil, goal: Int = 0
  ) {
    (self.men, self.tracks, self.wheels, self.notice) = (men, tracks, wheels, notice)
    (self.strength, self.recovery) = (strength, recovery)
    (self.road, self.rail, self.goal) = (road, rail, goal)
  }

  /// The same, bound for another goal.
  func going(to goal: Int) -> Mover {
    Mover(
      men: men, tracks: tracks, wheels: wheels, notice: notice, strength: strength,
      recovery: recovery, road: road, rail: rail, goal: goal)
  }

  var vehicles: Double { tracks + wheels }

  func strength(at time: Double) -> Double {
    strength >= 1 || recovery == .infinity
      ? strength : 1 - (1 - strength) * exponential(-time / recovery)
  }
}
