/// A way from a site to another, by road and by rail.
package struct Way: Hashable, Sendable {
  /// m; nil where no road leads there.
  package let road: Double?
  package let rail: Rail?
  /// As the crow flies, m; 0 where nobody asks.
  package let straight: Double
  /// Points along it, longitude and latitude in degrees, each standing for an equal length: they never leave this module.
  let track: [SIMD2<Double>]
  /// Whether a map says where it runs, and not the straight line.
  let isMapped: Bool

  package init(road: Double? = nil, rail: Rail? = nil) {
    self.init(road: road, rail: rail, straight: 0, track: [], isMapped: false)
  }

  init(
    road: Double?, rail: Rail? = nil, straight: Double, track: [SIMD2<Double>], isMapped: Bool
  ) {
    (self.road, self.rail) = (road, rail)
    (self.straight, self.track, self.isMapped) = (straight, track, isMapped)
  }

  /// By road, or by rail where no road leads there, m; nil where neither does, or there is no map.
  var length: Double? { isMapped ? road ?? rail?.length : nil }

  /// How much longer than the straight line the map has it; nil where there is no map, or the site itself is the goal.
  var detour: Double? {
    straight > 0 ? length.map { $0 / straight } : nil
  }

  package struct Rail: Hashable, Sendable {
    /// Between the stations, m.
    let length: Double
    /// Road to the first station and from the last one, m.
    let lead: Double
    let changesOfGauge: Int
    /// Where it loads: formations of one station share its ramps; nil is one of its own.
    let station: Int?

    package init(length: Double, lead: Double, changesOfGauge: Int, station: Int? = nil) {
      (self.length, self.lead, self.changesOfGauge) = (length, lead, changesOfGauge)
      self.station = station
    }
  }
}
