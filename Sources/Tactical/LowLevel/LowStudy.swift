internal import Findings
internal import Geodesy
internal import Kernels
public import Quantities
internal import Scenarios
public import Theatre
internal import Timelines

/// What a low approach leaves: the ground of the study, its countries and hexagons.
///
/// Fields over points of the plane stay in memory; results speak of hexagons of at least 10 km.
public struct LowStudy: Sendable {
  /// Sub-samples of the draws: lit in all of them is the dark end, in any the bright one.
  static let samples = 8
  /// Below this height over ground coarser than 3″ the Earth is taken as smooth, m.
  static let coarseLimit = 300.0

  /// Classes that fly low, in the ladder's order.
  let classes: [String]
  let theatre: Theatre
  let environment: Environment
  /// The postures that are looked at.
  let rungs: [(posture: String, rung: TacticalRung)]
  let drawing: Drawing
  /// Floors over terrain that were swept before.
  let floors: FloorCache
  public let plane: StudyPlane
  public let hexes: HexGrid
  /// Countries whose nets are of tracks, together: they tell each other.
  let countries: Set<String>
  /// Country of each point that is asked for.
  let countryOf: [Int: String]
  /// Those points, ascending.
  let asked: [Int]
  /// Points over countries that are on neither side: they are not flown over.
  let closed: [Bool]
  /// Metres to the border from where a flight may come, by point.
  let depth: [Float]
  /// Sites of the notional net.
  let notional: [Position]

  /// - Returns: nil where no country of the alliance has both a net of tracks and a border.
  public init?(
    _ slice: TacticalSlice, _ rungs: [(posture: String, rung: TacticalRung)],
    spacing: Length? = nil, hexes: HexGrid = HexGrid()
  ) {
    theatre = slice.theatre
    classes = slice.survey.kinds.lowFlyers
    environment = slice.survey.environment
    let (theatre, borders) = (slice.theatre, environment.borders)
    self.rungs = rungs
    drawing = slice.context.drawing
    floors = FloorCache(slice.context.cache)
    let countries = Set(
      theatre.alliance.filter { theatre.chain(of: $0).net == .tracks && borders[$0] != nil })
    guard !countries.isEmpty else { return nil }
    let plane =
      spacing.map { StudyPlane(region: theatre.region, spacing: $0.metres) }
      ?? StudyPlane(region: theatre.region)
    var countryOf: [Int: String] = [:]
    for (cell, position) in plane.positions.enumerated() {
      let place = SIMD2(position.longitude.degrees, position.latitude.degrees)
      if let country = countries.sorted().first(where: { borders[$0]!.contains(place) }) {
        countryOf[cell] = country
      }
    }
    let isInside = (0..<plane.count).map { countryOf[$0] != nil }
    let grid = FastMarching(rows: plane.rows, columns: plane.columns, spacing: plane.spacing)
    (self.plane, self.hexes, self.countries) = (plane, hexes, countries)
    (self.countryOf, asked) = (countryOf, countryOf.keys.sorted())
    let neutral = environment.neutral.values
    closed = zip(plane.positions, isInside).map { position, isInside in
      let place = SIMD2(position.longitude.degrees, position.latitude.degrees)
      return !isInside && neutral.contains { $0.contains(place) }
    }
    let open = isInside.indices.filter { [closed] in !isInside[$0] && !closed[$0] }
    depth = grid.times(
      from: open.map { ($0, 0) }, slowness: closed.map { $0 ? .infinity : 1 })
    notional = UndisclosedNet.sites(over: plane, isInside: isInside)
  }

  /// One way to run it: what is taken of what is not known.
  public struct Variant: Hashable, Sendable, CaseIterable {
    public let isDark: Bool
    /// Whether a notional low-level net stands beside the public sensors.
    public let hasNet: Bool

    public static var allCases: [Variant] {
      [
        Variant(isDark: true, hasNet: false), Variant(isDark: false, hasNet: false),
        Variant(isDark: true, hasNet: true), Variant(isDark: false, hasNet: true),
      ]
    }

    /// As a figure's statistic.
    public var statistic: Statistic {
      LowFigures.variants[(isDark ? 0 : 1) + (hasNet ? 2 : 0)]
    }

    public var name: String { statistic.name }
  }

  /// What is left at a hexagon: the least over its points.
  typealias Left = Results.LowLevel.Left

  /// The same few draws for every posture: lit in all of them is the pessimistic end.
  func draws(of rung: TacticalRung) -> DrawBlock {
    drawing.blocks(of: rung.inputs, seed: 1)(0, 0, LowStudy.samples)
  }

  /// What one posture leaves of one class, by hexagon.
  struct Outcome: Sendable {
    let posture: String
    let threat: String
    let variant: Variant
    let left: [HexGrid.Hex: Left]
  }

  /// Solves all postures.
  func outcomes(
    threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> [Outcome] {
    let jobs = try await makeJobs(threads: threads)
    let solved = try await inParallel(
      jobs.different.count, threads: threads, finished: progress
    ) { solve(jobs.different[$0]) }
    let hexOf = asked.map { hexes.hex(plane.place($0)) }
    return jobs.asked.map { outcome in
      var left: [HexGrid.Hex: Left] = [:]
      for job in outcome.jobs {
        for (hex, value) in zip(hexOf, solved[job]) {
          left[hex] = min(left[hex] ?? .outOfReach, value) { $0.rank < $1.rank }
        }
      }
      return Outcome(
        posture: outcome.posture, threat: outcome.threat, variant: outcome.variant, left: left)
    }
  }
}

/// The lesser of two by an order.
private func min<T>(_ a: T, _ b: T, by isLess: (T, T) -> Bool) -> T { isLess(b, a) ? b : a }
