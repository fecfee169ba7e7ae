/// The floor of one sensor: for every cell, how high a target must fly to be in its line of sight.
///
/// Four sectors, each swept ring by ring by straight rays (`RayFan`), cut into wedges that know
/// nothing of each other: any number of them may run at once, and the result is the same.
public struct FloorSweep<Source: Ground>: Sendable {
  public let ground: Source
  /// Height of the eye above the sea and effective radius k·R, m.
  public let eye, radius: Double
  /// No ray goes farther, m.
  public let reach: Double
  /// Rays for each column of the outermost ring; twice as many tell the numerical error.
  public let density: Double

  /// Wedges of a sector: a constant, so that results cannot depend on the machine.
  static var wedgesOfSector: Int { 8 }
  public static var wedges: Int { Heading.allCases.count * wedgesOfSector }
  /// Rings read at a time.
  static var band: Int { 32 }

  /// - Precondition: density and reach above 0; the ground under the sensor is known.
  public init(
    ground: Source, eye: Double, radius: Double, reach: Double = .infinity, density: Double = 1
  ) {
    precondition(density > 0 && reach > 0 && eye.isFinite, "a sweep needs rays")
    (self.ground, self.eye, self.radius) = (ground, eye, radius)
    (self.reach, self.density) = (reach, density)
  }

  /// One band of a wedge, its rays taken over it.
  struct Strip {
    let heading: Heading
    let fan: RayFan
    let band: RayFan.Band
    /// Number of its first ring, and of the first column of the band.
    let ring, start: Int
    /// Columns of a ring that are the wedge's own, by its number.
    let own: (Int) -> Range<Int>
  }

  /// Goes through the bands of a wedge, nearest first.
  func wedge(_ index: Int, isBetweenRings: Bool = false, _ body: (Strip) -> Void) {
    let heading = Heading(rawValue: index / FloorSweep.wedgesOfSector)!
    let extent = ground.extent(heading)
    let rings = min(extent.rings, Int(min(reach / extent.step - extent.offset, 1e9)) + 1)
    guard rings > 0 else { return }
    // wedges begin and end on rays, and the middle ray parts two of them
    let spaces = 16 * max(1, Int((Double(rings) * density / 8).rounded(.up)))
    let sector = RayFan.Sector(
      step: extent.step, width: extent.width, radius: radius, eye: eye, spaces: spaces)
    let part = index % FloorSweep.wedgesOfSector
    let bounds = (0...1).map { (part + $0) * spaces / FloorSweep.wedgesOfSector }
    let fan = RayFan(
      sector: sector, rays: bounds[0]..<(bounds[1] + 1), band: FloorSweep.band,
      isBetweenRings: isBetweenRings)
    defer { fan.deallocate() }
    let edges = Edges(
      low: sector.slope(bounds[0]), high: sector.slope(bounds[1]),
      isFirst: part == 0, isLast: part == FloorSweep.wedgesOfSector - 1)
    func distance(_ ring: Int) -> Double { Double(ring - 1) + extent.offset }
    let widest = edges.columns(at: distance(rings), extent).count + FloorSweep.band + 16
    let stride = (widest + 7) / 8 * 8 + 24
    let rows = UnsafeMutablePointer<Float>.allocate(capacity: stride * (FloorSweep.band + 2))
    rows.initialize(repeating: .nan, count: stride * (FloorSweep.band + 2))
    defer { rows.deallocate() }
    let peaks = rows + stride * (FloorSweep.band + 1)
    for ring in Swift.stride(from: 1, through: rings, by: FloorSweep.band) {
      let last = min(ring + FloorSweep.band - 1, rings)
      let near = edges.columns(at: max(distance(ring) - 1, 0), extent)
      let far = edges.columns(at: distance(last), extent)
      let columns = (min(near.lowerBound, far.lowerBound)..<max(near.upperBound, far.upperBound))
        .clamped(to: extent.columns)
      guard columns.count >= 2 else { break }
      ground.copy(
        heading, rings: (ring - 1)..<(last + 1), columns: columns, less: eye, into: rows,
        stride: stride)
      FloorSweep.summits(rows, rings: last - ring + 2, columns: columns.count, stride, into: peaks)
      let band = RayFan.Band(
        t: Float(distance(ring)), rings: last - ring + 1, rows: rows, stride: stride,
        origin: Float(extent.middle - Double(columns.lowerBound)), columns: columns.count,
        peaks: peaks)
      let inside = rays(fan, distance(ring), columns, extent)
      guard !inside.isEmpty else { break }
      fan.advance(over: band, inside: inside)
      body(
        Strip(
          heading: heading, fan: fan, band: band, ring: ring, start: columns.lowerBound,
          own: {
            edges.own(at: distance($0), extent, isUpright: heading.isUpright).clamped(to: columns)
          }))
    }
  }

  /// The highest of eight columns over all rows; what is unknown is passed over.
  private static func summits(
    _ rows: UnsafePointer<Float>, rings: Int, columns: Int, _ stride: Int,
    into peaks: UnsafeMutablePointer<Float>
  ) {
    for block in 0..<((columns + 7) / 8) {
      var most = Octet(repeating: -1e30)
      for ring in 0..<rings { most = most.orGreater(Octet(rows + ring * stride + 8 * block)) }
      peaks[block] = most.max()
    }
  }

  /// Rays that still stand over the grid and within reach, two more on either side.
  private func rays(
    _ fan: RayFan, _ t: Double, _ columns: Range<Int>, _ extent: Extent
  ) -> Range<Int> {
    var low = (Double(columns.lowerBound) - extent.middle) / t
    var high = (Double(columns.upperBound - 1) - extent.middle) / t
    let far = reach / (t * extent.step)
    if far < 1 { return fan.first..<fan.first }
    let widest = (far * far - 1).squareRoot() * extent.step / extent.width
    (low, high) = (max(low, -widest), min(high, widest))
    let half = Double(fan.sector.spaces) / 2
    let all = fan.first..<(fan.first + fan.count)
    guard high >= low, (high + 1) * half >= Double(all.lowerBound) - 2 else {
      return all.lowerBound..<all.lowerBound
    }
    let from = Int(max((low + 1) * half, 0)) - 2
    let to = Int(min((high + 1) * half, Double(fan.sector.spaces))) + 3
    return (from..<max(from, to)).clamped(to: all)
  }
}

/// The two edge rays of a wedge.
private struct Edges {
  /// Their lateral slopes.
  let low, high: Double
  /// Whether they are the sector's own edges.
  let isFirst, isLast: Bool

  /// Columns between them at a distance in rings, and a margin on either side.
  func columns(at t: Double, _ extent: Extent) -> Range<Int> {
    let left = Int((extent.middle + low * t).rounded(.down)) - 2
    return left..<(Int((extent.middle + high * t).rounded(.up)) + 3)
  }

  /// Columns that are the wedge's: from its lower edge up to, but not with, its upper one; of the
  /// diagonals, both ends belong to north and south.
  func own(at t: Double, _ extent: Extent, isUpright: Bool) -> Range<Int> {
    let (left, right) = (extent.middle + low * t, extent.middle + high * t)
    var from = Int(left.rounded(.up))
    var to = Int(right.rounded(.up))
    if isLast, isUpright, right == right.rounded() { to += 1 }
    if isFirst, !isUpright, left == left.rounded() { from += 1 }
    return from..<max(from, to)
  }
}

extension FloorSweep where Source: PostGround {
  /// Floors of one wedge, written into a grid of the ground's own shape: height above ground, m.
  ///
  /// Cells of other wedges are left as they are; so are those out of reach.
  public func write(wedge index: Int, into floors: UnsafeMutablePointer<Float>) {
    let columns = ground.columns
    if index == 0, ground.x == ground.x.rounded(), ground.y == ground.y.rounded() {
      // the sensor's own post lies on no ring
      floors[Int(ground.y) * columns + Int(ground.x)] = 0
    }
    let width = max(columns, ground.rows) + 16
    let kept = UnsafeMutablePointer<Float>.allocate(capacity: width * FloorSweep.band)
    defer { kept.deallocate() }
    wedge(index) { strip in
      let own = (0..<strip.band.rings).map { strip.own(strip.ring + $0) }
      let lines = own.indices.map { ground.line(strip.heading, strip.ring + $0) }
      for ring in own.indices {
        let asked = own[ring]
        strip.fan.floors(
          at: ring, of: strip.band,
          columns: (asked.lowerBound - strip.start)..<(asked.upperBound - strip.start),
          into: kept + ring * width + strip.start)
      }
      if strip.heading.isUpright {
        for (ring, own) in own.enumerated() {
          (floors + lines[ring] * columns + own.lowerBound).update(
            from: kept + ring * width + own.lowerBound, count: own.count)
        }
      } else {
        FloorSweep.turn(kept, width, own, to: floors, columns: columns, lines: lines)
      }
    }
  }

  /// Rings of a sector to the east or west, written as the columns they are.
  private static func turn(
    _ kept: UnsafePointer<Float>, _ width: Int, _ own: [Range<Int>],
    to floors: UnsafeMutablePointer<Float>, columns: Int, lines: [Int]
  ) {
    let low = own.map(\.lowerBound).min()!
    let high = own.map(\.upperBound).max()!
    let within =
      own.map(\.lowerBound)
      .max()!..<max(
        own.map(\.lowerBound).max()!, own.map(\.upperBound).min()!)
    let step = lines.count > 1 ? lines[1] - lines[0] : 1
    for row in low..<max(low, high) {
      let target = floors + row * columns + lines[0]
      let isWhole = within.contains(row)
      for ring in own.indices where isWhole || own[ring].contains(row) {
        target[ring * step] = kept[ring * width + row]
      }
    }
  }
}

/// Targets of a study, sorted into the wedges that reach them.
public struct SightNodes: Sendable {
  struct Node: Sendable {
    /// Columns from the sensor, rings from it, and whose it is.
    let lateral, t: Float
    let index: Int
  }

  /// By wedge, nearest first.
  let wedges: [[Node]]

  /// - Parameters:
  ///   - east, south: columns and rows from the sensor; targets that stand on it are left out.
  public init(_ targets: [(east: Double, south: Double)], reach: Double) {
    var wedges = [[Node]](repeating: [], count: 4 * FloorSweep<HeightField>.wedgesOfSector)
    for (index, target) in targets.enumerated() {
      let (x, y) = (target.east, target.south)
      let far = x * x + y * y
      guard far > 0.25, far <= reach * reach else { continue }
      let isUpright = abs(y) >= abs(x)
      let heading: Heading = isUpright ? (y < 0 ? .north : .south) : (x < 0 ? .west : .east)
      let (lateral, t) = isUpright ? (x, abs(y)) : (y, abs(x))
      let parts = FloorSweep<HeightField>.wedgesOfSector
      let part = min(Int((lateral / t + 1) / 2 * Double(parts)), parts - 1)
      wedges[heading.rawValue * parts + part]
        .append(Node(lateral: Float(lateral), t: Float(t), index: index))
    }
    self.wedges = wedges.map { $0.sorted { ($0.t, $0.index) < ($1.t, $1.index) } }
  }
}

extension FloorSweep {
  /// Floors of one wedge at single targets.
  ///
  /// - Precondition: ring 1 lies one ring from the sensor.
  /// - Returns: target, and height above the ground from which it is seen, m; not a number over unknown
  ///   ground.
  public func floors(
    wedge index: Int, at nodes: SightNodes
  ) -> [(target: Int, floor: Float)] {
    let wanted = nodes.wedges[index]
    var result: [(target: Int, floor: Float)] = []
    guard !wanted.isEmpty else { return result }
    result.reserveCapacity(wanted.count)
    var next = 0
    wedge(index, isBetweenRings: true) { strip in
      let end = strip.ring + strip.band.rings - 1
      while next < wanted.count, wanted[next].t <= Float(end) {
        let node = wanted[next]
        next += 1
        let ring = max(Int(node.t.rounded(.up)), strip.ring)
        let dz = strip.height(lateral: node.lateral, t: node.t, before: ring)
        let floor = strip.fan.floor(
          lateral: node.lateral, t: node.t, before: ring - strip.ring, dz: dz)
        result.append((node.index, floor))
      }
    }
    return result
  }
}

extension FloorSweep.Strip {
  /// Height of the ground above the eye between the ring before `ring` and it, m.
  func height(lateral: Float, t: Float, before ring: Int) -> Float {
    let x = min(max(lateral + band.origin, 0), Float(band.columns - 1))
    let column = min(Int(x), band.columns - 2)
    let (u, v) = (x - Float(column), t - Float(ring - 1))
    let far = band.rows + (ring - self.ring + 1) * band.stride + column
    let near = far - band.stride
    return (near[0] * (1 - u) + near[1] * u) * (1 - v) + (far[0] * (1 - u) + far[1] * u) * v
  }
}
