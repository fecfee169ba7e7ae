internal import Findings
internal import Geodesy
internal import Kernels
public import Quantities
internal import Scenarios
public import Theatre
internal import Timelines

/// How much of the air over the defended countries the other side's air defence could engage, at a few heights: limited by
/// the floor of each battery's radar, and beside it the circle that is published.
///
/// Below 300 m nothing is told finer than hexagons.
public struct AirspaceStudy: Sendable {
  /// Draws of a replicate at most: areas change little from draw to draw.
  static let mostDraws = 16
  static let replicates = 16

  let theatre: Theatre
  let survey: TacticalSurvey
  let drawing: Drawing
  let floors: FloorCache
  public let plane: StudyPlane
  public let hexes = HexGrid()
  /// Countries that are told of, by code.
  let countries: [String]
  /// Points that are looked at, ascending, and the country of each, as it stands in `countries`; −1 for none of them.
  let points: [Int]
  let countryOf: [Int]

  /// - Parameter everywhere: whether points over no defended country are looked at too.
  /// - Returns: nil where no defended country has a border, or no posture has air defence of the other side.
  public init?(_ slice: TacticalSlice, everywhere: Bool = false, spacing: Length? = nil) {
    (self.theatre, survey) = (slice.theatre, slice.survey)
    let environment = slice.survey.environment
    (drawing, floors) = (slice.context.drawing, FloorCache(slice.context.cache))
    let borders = environment.borders.merging(environment.beside) { own, _ in own }
    let theatre = slice.theatre
    let countries = borders.keys.sorted()
    let hasBatteries = theatre.postures.contains { !AirspaceStudy.sites($0, theatre).isEmpty }
    guard hasBatteries, !countries.isEmpty else { return nil }
    let plane =
      spacing.map { StudyPlane(region: theatre.region, spacing: $0.metres) }
      ?? StudyPlane(region: theatre.region)
    var (points, owners) = ([Int](), [Int]())
    for (cell, position) in plane.positions.enumerated() {
      let place = SIMD2(position.longitude.degrees, position.latitude.degrees)
      let owner = countries.firstIndex { borders[$0]!.contains(place) }
      guard owner != nil || everywhere else { continue }
      points.append(cell)
      owners.append(owner ?? -1)
    }
    (self.plane, self.countries) = (plane, countries)
    (self.points, countryOf) = (points, owners)
  }

  /// Sites of a posture with air defence of the other side.
  private static func sites(_ posture: Theatre.Posture, _ theatre: Theatre) -> [Theatre.Site] {
    posture.sensors.compactMap { theatre.sites[$0] }.filter { site in
      !theatre.defended.contains(site.country)
        && site.system.flatMap { theatre.systems[$0]?.kind } == TacticalKinds.batteries
    }
  }

  /// Square kilometres that a point stands for.
  var area: Double { plane.spacing * plane.spacing / 1e6 }

  // MARK: batteries

  /// The other side's air defence under a posture.
  struct Defence: Sendable {
    let posture: String
    let inputs: Inputs
    let batteries: [Battery]

    /// Its systems, in order.
    var systems: [String] { Set(batteries.map(\.system)).sorted() }
  }

  /// A battery with the points that it may reach.
  struct Battery: Sendable {
    let volume: EngagedVolume
    let near: [Near]
    /// Nil without terrain, or where the terrain has no ground for it.
    let floor: Floor?

    var system: String { volume.site.system! }

    /// A point by where it stands among those that are looked at, and metres to the east and north of the site.
    struct Near: Sendable {
      let point: Int
      let offset: SIMD2<Double>
    }

    /// Its floor over terrain in the middle of what is drawn.
    struct Floor: Sendable {
      /// At each of the points, m above the ground; over unknown ground that of a smooth Earth.
      let heights: [Float]
      let middle: EngagedVolume.Middle
      /// The least height that it is asked for, m: below it coarse ground says nothing.
      let least: Double
    }
  }

  /// Floors are swept, or taken from the cache.
  func defence(_ posture: Theatre.Posture, threads: Int) async throws -> Defence {
    var declare = Declarations(theatre: theatre, posture: posture)
    let weather: Input<Ratio> = declare.own(
      TacticalBuilder.weatherAddress, Law(.chance, .uniform(low: 0, high: 1)))
    let volumes = AirspaceStudy.sites(posture, theatre).map {
      EngagedVolume(&declare, at: $0, survey, weather: weather)
    }
    // the same few draws whatever the seed, so that floors are found in the cache
    let draws =
      volumes.isEmpty ? nil : drawing.blocks(of: declare.inputs, seed: 1)(0, 0, LowStudy.samples)
    var batteries: [Battery] = []
    for volume in volumes {
      batteries.append(try await battery(volume, volume.middle(draws!), threads: threads))
    }
    return Defence(posture: posture.id, inputs: declare.inputs, batteries: batteries)
  }

  private func battery(
    _ volume: EngagedVolume, _ middle: EngagedVolume.Middle, threads: Int
  ) async throws -> Battery {
    let offsets = plane.offsets(around: volume.site.position)
    let near = points.indices.map { Battery.Near(point: $0, offset: offsets[points[$0]]) }
      .filter { ($0.offset * $0.offset).sum() <= volume.farthest * volume.farthest }
    guard let sweep = sweep(volume, middle), sweep.fault == nil else {
      return Battery(volume: volume, near: near, floor: nil)
    }
    let swept = try await floors.floor(sweep, over: plane, threads: threads).floors
    let heights = near.map { near in
      let floor = swept[points[near.point]]
      let distance = (near.offset * near.offset).sum().squareRoot()
      return floor.isNaN ? Float(middle.floor(at: Lanes(repeating: distance))[0]) : floor
    }
    return Battery(
      volume: volume, near: near,
      floor: Battery.Floor(
        heights: heights, middle: middle,
        least: sweep.terrain.isFine ? 0 : LowStudy.coarseLimit))
  }

  private func sweep(_ volume: EngagedVolume, _ middle: EngagedVolume.Middle) -> SensorSweep? {
    guard let terrain = survey.environment.terrain else { return nil }
    let position = volume.site.position
    let ground = terrain.stand(at: position, precision: volume.site.precision)?.ground ?? 0
    // `antenna` counts from the ground around; over terrain it counts from the cell's mean, and never below its own post
    let post = max(ground, terrain.footing(at: position)?.height ?? ground)
    return SensorSweep(
      terrain: terrain, position: position,
      eye: max(middle.antenna - volume.rise + ground, post + 4).rounded(),
      k: (middle.k * 100).rounded() / 100, reach: min(volume.farthest, 450_000),
      cell: terrain.isFine ? nil : 2_000)
  }
}
