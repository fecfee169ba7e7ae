/// Neighbouring rays of one sensor, advanced together over a band of rings.
///
/// A sector is a quarter of the grid seen from the sensor; its rings are grid lines across it, one cell
/// apart. Ray j runs straight with a lateral slope sⱼ between −1 and 1. It keeps the steepest tangent of
/// elevation met so far, its horizon: at every ring, wherever it crosses a grid line along the sector,
/// and where a bilinear patch bulges between those.
///
/// A cell takes its floor from the two rays that pass it on either side, linear between. Nothing
/// interpolated goes on to the next ring, so errors do not grow with distance.
///
/// Eight rays whose horizon stands above the highest ground of a whole band are not stepped through it:
/// past the first hills that is most of them, and the result is the same.
///
/// Single precision on heights relative to the eye; tangents by `SightLine` with sin and tan to the
/// next term: below 0.05 m at 800 km (`FloorTests.singlesHold`).
struct RayFan {
  /// Of a sector: what its rays have in common.
  struct Sector {
    /// Metres from ring to ring, and between columns of a ring.
    let step, width: Double
    /// Effective radius k·R, m, and height of the eye above the sphere, m.
    let radius, eye: Double
    /// Rays from −1 to 1 lie 2/spaces apart.
    let spaces: Int

    /// Lateral slope of a ray, columns a ring.
    func slope(_ ray: Int) -> Double { -1 + 2 * Double(min(ray, spaces)) / Double(spaces) }
  }

  /// Ground below the rays: rings from the one before the first to the last.
  struct Band {
    /// Rings from the sensor to the first ring, > 0, and how many there are.
    let t: Float
    let rings: Int
    /// Heights above the eye, m; row 0 is the ring before the first.
    let rows: UnsafePointer<Float>
    let stride: Int
    /// The sensor's own place in columns of a row, and how many columns there are.
    let origin: Float
    let columns: Int
    /// The highest of eight columns over all rows.
    let peaks: UnsafePointer<Float>
  }

  let sector: Sector
  /// Rays first ..< first + count; storage is padded to eights.
  let first, count: Int
  private let storage: UnsafeMutablePointer<Float>
  private let padded: Int
  /// Columns of the storage: what a ray has met, and the tangent at the last ring itself, which counts
  /// for what lies beyond it.
  private var horizons: UnsafeMutablePointer<Float> { storage }
  private var pending: UnsafeMutablePointer<Float> { storage + padded }
  private var slopes: UnsafeMutablePointer<Float> { storage + 2 * padded }
  /// Metres of ray from ring to ring, and one over it.
  private var lengths: UnsafeMutablePointer<Float> { storage + 3 * padded }
  private var inverses: UnsafeMutablePointer<Float> { storage + 4 * padded }
  /// Rings from column to column.
  private var crossings: UnsafeMutablePointer<Float> { storage + 5 * padded }
  /// Horizons at each ring of a band, its own ground not counted.
  private func met(_ ring: Int) -> UnsafeMutablePointer<Float> { storage + (6 + ring) * padded }
  /// Horizons before each ring of a band, the ground of the ring before counted and nothing beyond it; kept
  /// only for targets between rings.
  private let past: UnsafeMutablePointer<Float>?

  /// - Precondition: all rays go to the same side of the sector's middle.
  init(sector: Sector, rays: Range<Int>, band: Int, isBetweenRings: Bool = false) {
    (self.sector, first, count) = (sector, rays.lowerBound, rays.count)
    padded = (rays.count + 15) & ~7
    storage = .allocate(capacity: (6 + band) * padded)
    storage.initialize(repeating: -1e30, count: (6 + band) * padded)
    past = isBetweenRings ? .allocate(capacity: band * padded) : nil
    past?.initialize(repeating: -1e30, count: band * padded)
    for j in 0..<padded {
      let slope = sector.slope(first + j)
      let length = (slope * sector.width * slope * sector.width + sector.step * sector.step)
        .squareRoot()
      slopes[j] = Float(slope)
      lengths[j] = Float(length)
      inverses[j] = Float(1 / length)
      crossings[j] = abs(slope) > 1e-9 ? Float(1 / slope) : 1e9
    }
  }

  func deallocate() {
    storage.deallocate()
    past?.deallocate()
  }

  private var goesRight: Bool { sector.slope(first + 1) > 0 }

  /// Takes rays over a band.
  ///
  /// - Parameter inside: rays that stand over its columns.
  func advance(over band: Band, inside: Range<Int>) {
    var j = (inside.lowerBound - first) & ~7
    while j < inside.upperBound - first {
      let above = Octet(horizons + j).orGreater(Octet(pending + j))
      if highest(band, j) < above.min() {
        above.store(horizons + j)
        Octet(repeating: -1e30).store(pending + j)
        for ring in 0..<band.rings {
          above.store(met(ring) + j)
          if let past { above.store(past + ring * padded + j) }
        }
      } else if goesRight {
        step(over: band, j, rightward: true)
      } else {
        step(over: band, j, rightward: false)
      }
      j += 8
    }
  }

  /// A tangent that none of the ground of a band below eight rays exceeds.
  private func highest(_ band: Band, _ j: Int) -> Float {
    let (near, far) = (max(band.t - 1, 0), band.t + Float(band.rings - 1))
    let (low, high) = (slopes[j], slopes[min(j + 7, padded - 1)])
    let left = band.origin + min(low * near, low * far)
    let right = band.origin + max(high * near, high * far) + 1
    let last = (band.columns - 1) / 8
    let from = min(max(Int(left) / 8, 0), last)
    let to = min(max(Int(right) / 8, from), last)
    var peak = band.peaks[from]
    for block in from...to { peak = max(peak, band.peaks[block]) }
    let lengths = (self.lengths[j], self.lengths[min(j + 7, padded - 1)])
    let nearest = max(near, 0.25) * min(lengths.0, lengths.1)
    let farthest = far * max(lengths.0, lengths.1)
    let radius = Float(sector.radius)
    let angle = farthest / radius
    // above the eye it is steepest near by, below it far off
    let bound =
      peak * (1 - (peak + Float(sector.eye)) / radius)
      * (peak > 0 ? (1 + angle * angle / 6) / nearest : 1 / farthest) - nearest / (2 * radius)
    return bound + abs(bound) * 1e-5 + 1e-7
  }

  /// Steps eight rays from ring to ring.
  @inline(__always)
  private func step(over band: Band, _ j: Int, rightward: Bool) {
    let last = Float(band.columns - 2) + 0.999
    let curve = Float(1 / (2 * sector.radius))
    let sink = Float(1 / sector.radius)
    let level = Float(1 - sector.eye / sector.radius)
    let square = Float(1 / (sector.radius * sector.radius))
    let (slope, crossing) = (Octet(slopes + j), Octet(crossings + j))
    let (length, inverse) = (Octet(lengths + j), Octet(inverses + j))
    @inline(__always)
    func tangent(_ dz: Octet, _ t: Octet, _ it: Octet) -> Octet {
      let d = length * t
      let angle2 = d * d * square
      let rise: Octet = dz * (level - dz * sink) * (inverse * it)
      let fall: Octet = d * curve
      let (sixth, twelfth): (Octet, Octet) = (angle2 * (1.0 / 6) + 1, angle2 * (1.0 / 12) + 1)
      return rise * sixth - fall * twelfth
    }
    @inline(__always)
    func place(_ t: Float) -> (whole: SIMD8<Int32>, part: Octet) {
      (slope * t + band.origin).held(from: 0, to: last).split()
    }
    /// What the patch between two points of the ray, `dz` above the eye, adds: with z = A + B t + C t²
    /// over the curved Earth, (z − z₀)/t is greatest at √(A/C) where both are below 0.
    @inline(__always)
    func bulge(
      from t0: Octet, _ dz0: Octet, to t1: Octet, _ dz1: Octet, twist: Octet
    ) -> Octet {
      let drop: Octet = length * length * curve
      let span = t1 - t0
      let c = twist - drop
      let (p, q): (Octet, Octet) = (dz0 - drop * t0 * t0, dz1 - drop * t1 * t1)
      let share: Octet = 1 / span
      let a: Octet = (p * t1 - q * t0) * share + c * t0 * t1
      let hollow = (c .< 0) .& (a .< 0) .& (span .> 0.02)
      guard any(hollow) else { return Octet(repeating: -1e30) }
      let t = (a / c).squareRoot()
      let within = hollow .& (t .> t0) .& (t .< t1)
      // from the nearer end, so that singles lose nothing
      let dz: Octet = dz0 + (t - t0) * ((dz1 - dz0) * share + twist * (t - t1))
      return tangent(dz, t, 1 / t).only(within)
    }
    var horizon = Octet(horizons + j)
    var own = Octet(pending + j)
    let start = place(max(band.t - 1, 0))
    var left = start.whole
    let (p, q) = Octet.pairs(band.rows, at: start.whole)
    var (before, t0) = (p + (q - p) * start.part, max(band.t - 1, 0))
    for ring in 0..<band.rings {
      let row = band.rows + (ring + 1) * band.stride
      let t = band.t + Float(ring)
      let here = place(t)
      let (a, b) = Octet.pairs(row, at: here.whole)
      let (c, d) = Octet.pairs(row - band.stride, at: here.whole)
      let ground = a + (b - a) * here.part
      let twist = (b - a - d + c) * slope
      var (from, low) = (Octet(repeating: t0), before)
      horizon = horizon.orGreater(own)
      if let past { horizon.store(past + ring * padded + j) }
      let crosses = here.whole .!= left
      if any(crosses) {
        // the grid line along the sector between the two rings
        let line = (Octet(whole: rightward ? here.whole : left) - band.origin) * crossing
        let share = (line - (t - 1)).held(from: 0, to: 1)
        // within half a cell the ground below the sensor itself is meant
        let at = Octet(repeating: 0.5).orGreater(share + (t - 1))
        let (e, f) = rightward ? (c, a) : (d, b)
        let height = e + (f - e) * share
        let (g, h) = Octet.pairs(row - band.stride, at: left)
        let (i, k) = Octet.pairs(row, at: left)
        let first = bulge(
          from: from, low, to: at, height, twist: (k - i - h + g) * slope)
        horizon = horizon.orGreater(tangent(height, at, 1 / at).orGreater(first).only(crosses))
        from = from.replacing(with: at, where: crosses)
        low = low.replacing(with: height, where: crosses)
      }
      horizon = horizon.orGreater(
        bulge(from: from, low, to: Octet(repeating: t), ground, twist: twist))
      horizon.store(met(ring) + j)
      own = tangent(ground, Octet(repeating: t), Octet(repeating: 1 / t))
      (left, before, t0) = (here.whole, ground, t)
    }
    horizon.store(horizons + j)
    own.store(pending + j)
  }

  /// Heights above the ground, m, from which a target over each column of a ring is seen; 0 where the
  /// ground itself is, not a number where the ground is unknown.
  ///
  /// - Parameters:
  ///   - ring: of the band last advanced over, 0 the first.
  ///   - columns: those asked for, numbered as in the band.
  ///   - floors: with room for seven more.
  func floors(
    at ring: Int, of band: Band, columns: Range<Int>, into floors: UnsafeMutablePointer<Float>
  ) {
    let t = band.t + Float(ring)
    let (ground, horizons) = (band.rows + (ring + 1) * band.stride, met(ring))
    let inverse = Float(sector.spaces) / 2
    let (it, low, high) = (1 / t, Float(first), Float(count - 2) + 0.999_99)
    let (step2, width2) = (
      Float(sector.step * sector.step) * t * t, Float(sector.width * sector.width)
    )
    var i = columns.lowerBound
    while i < columns.upperBound {
      let u = Octet(repeating: Float(i) - band.origin) + Octet(0, 1, 2, 3, 4, 5, 6, 7)
      let place = ((u * it + 1) * inverse - low).held(from: 0, to: high).split()
      let (a, b) = Octet.pairs(horizons, at: place.whole)
      let d = (u * u * width2 + step2).squareRoot()
      height(a + (b - a) * place.part, d, Octet(ground + i)).store(floors + i)
      i += 8
    }
  }

  /// Height above the ground on which a ray of a tangent stands at a distance; never below 0.
  ///
  /// With S = kR (1 − cos θ) + tan α kR sin θ, `SightLine` is z − z₀ = S (1 + z₀/kR)/(1 − S/kR).
  @inline(__always)
  private func height(_ tangent: Octet, _ d: Octet, _ dz: Octet) -> Octet {
    let per = Float(1 / sector.radius)
    let angle = d * per
    let angle2 = angle * angle
    let curve: Octet = d * angle * 0.5 * (1 - angle2 * (1.0 / 12))
    let rise: Octet = curve + tangent * d * (1 - angle2 * (1.0 / 6))
    let above: Octet = rise * Float(1 + sector.eye / sector.radius) / (1 - rise * per) - dz
    return above.replacing(with: 0, where: above .< 0)
  }

  /// The same for one target between the ring before `ring` and it, over ground `dz` above the eye.
  ///
  /// - Precondition: made for targets between rings.
  func floor(lateral u: Float, t: Float, before ring: Int, dz: Float) -> Float {
    let place = (u / t + 1) * Float(sector.spaces) / 2 - Float(first)
    let j = min(max(Int(place), 0), count - 2)
    let part = min(max(place - Float(j), 0), 1)
    let horizons = past! + ring * padded
    let tangent = horizons[j] + (horizons[j + 1] - horizons[j]) * part
    let (x, y) = (u * Float(sector.width), t * Float(sector.step))
    return height(
      Octet(repeating: tangent), Octet(repeating: (x * x + y * y).squareRoot()),
      Octet(repeating: dz))[0]
  }
}
