public import Datasets
public import Geodesy
public import Kernels
internal import Quantities

/// Ground, air and borders, as far as the data pack has them.
public struct Environment: Sendable {
  /// Nil makes every antenna stand level with its surroundings.
  public let terrain: Terrain?
  /// Nil falls back to PERT(1.18, 1.33, 1.7) for the effective-radius factor.
  public let refractivity: RefractivityGradient?
  /// Polygons of the countries whose border makes a threat hostile, by code.
  public let borders: [String: Polygon]
  /// Polygons of defended countries beside them, by code: a threat over one of them is told of, and not yet hostile.
  public let beside: [String: Polygon]
  /// Polygons of the region's countries that are on neither side, by code.
  public let neutral: [String: Polygon]
  /// Where people live; empty without the layer.
  public let towns: [Town]
  /// Polygons of the countries whose ground forces close up, by code: nobody reinforces through them.
  public let opposing: [String: Polygon]
  /// Roads and railways around the sites; nil where the scenario does not name the layer, or has nobody to move.
  public let roads, railways: Network?

  /// A town of the data pack.
  public struct Town: Hashable, Sendable {
    public let name, country: String
    public let position: Position
    public let population: Int

    public init(name: String, country: String, position: Position, population: Int) {
      (self.name, self.country) = (name, country)
      (self.position, self.population) = (position, population)
    }
  }

  public init(
    terrain: Terrain?, refractivity: RefractivityGradient?, borders: [String: Polygon],
    beside: [String: Polygon] = [:], neutral: [String: Polygon] = [:], towns: [Town] = [],
    opposing: [String: Polygon] = [:], roads: Network? = nil, railways: Network? = nil
  ) {
    (self.opposing, self.roads, self.railways) = (opposing, roads, railways)
    self.beside = beside
    (self.neutral, self.towns) = (neutral, towns)
    (self.terrain, self.refractivity, self.borders) = (terrain, refractivity, borders)
  }

  /// Whether a sensor on the ground has some to stand on: where nothing is known of terrain, everywhere.
  public func hasGround(at position: Position) -> Bool {
    terrain.map { $0.footing(at: position) != nil } ?? true
  }

  /// How far a site's cell stands above the mean ground within 30 km, m, never below 0.
  public func rise(at position: Position) -> Double {
    guard let terrain, let cell = terrain.stand(at: position)?.ground else { return 0 }
    let ring = [10.0, 20, 30].flatMap { kilometres in
      (0..<8).map {
        Geodesic.direct(
          from: position, azimuth: .degrees(Double($0) * 45), distance: .kilometres(kilometres))
      }
    }
    let sum = terrain.heights(at: ring).reduce(0) { $0 + ($1 ?? cell) }
    return max(0, cell - sum / 24)
  }

  /// Effective-radius factor by share of time, ascending shares.
  public func refraction(at position: Position) -> (shares: [Double], factors: [Double]) {
    guard let refractivity else {
      let law = Pert(low: 1.18, likely: 1.33, high: 1.7)
      let shares = (0...20).map { Double($0) / 20 }
      return (shares, shares.reversed().map { law.quantile($0) })
    }
    let gradients = refractivity.gradients(
      latitude: position.latitude.degrees, longitude: position.longitude.degrees)
    return (
      RefractivityGradient.percentages.map { $0 / 100 },
      gradients.map { Radar.effectiveRadiusFactor(gradient: $0) }
    )
  }

  /// Share of a straight line at which it first stands inside one of the bordered countries.
  ///
  /// Five-kilometre steps, then bisection to 100 m. Nil when the line never enters.
  public func entry(from start: Position, to end: Position) -> Double? {
    Line(start, end).first { place in borders.values.contains { $0.contains(place) } }
  }

  /// Share of a straight line at which it enters a country after it has been over another of the defended ones; nil where
  /// nobody else saw it first.
  ///
  /// - Parameter country: upper-case code.
  public func handover(from start: Position, to end: Position, country: String) -> Double? {
    let defended = borders.merging(beside) { own, _ in own }
    guard let own = defended[country] else { return nil }
    let line = Line(start, end)
    let others = defended.filter { $0.key != country }.values
    guard let entry = line.first(where: { own.contains($0) }),
      let before = line.first(where: { place in others.contains { $0.contains(place) } }),
      before < entry
    else { return nil }
    return entry
  }

  /// A straight line over the ground.
  private struct Line {
    let start: Position
    let distance: Length
    let azimuth: Angle

    init(_ start: Position, _ end: Position) {
      self.start = start
      (distance, azimuth) = Geodesic.inverse(from: start, to: end)
    }

    /// The first share at which a longitude and latitude answers, to 100 m.
    func first(where answers: (SIMD2<Double>) -> Bool) -> Double? {
      func holds(_ share: Double) -> Bool {
        let point = Geodesic.direct(from: start, azimuth: azimuth, distance: distance * share)
        return answers(SIMD2(point.longitude.degrees, point.latitude.degrees))
      }
      let length = distance.kilometres
      let steps = max(8, Int(length / 5))
      guard let first = (0...steps).first(where: { holds(Double($0) / Double(steps)) }) else {
        return nil
      }
      guard first > 0 else { return 0 }
      var (low, high) = (Double(first - 1) / Double(steps), Double(first) / Double(steps))
      while (high - low) * length > 0.1 {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle }
      }
      return high
    }
  }
}
