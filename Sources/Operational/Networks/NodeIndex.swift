internal import Kernels

/// Nodes of a network by cell of half a degree, for the nearest one to a point.
struct NodeIndex: Sendable {
  private let points: [SIMD2<Double>]
  private var cells: [SIMD2<Int32>: [Int32]] = [:]
  private static let size = 0.5

  /// - Parameter isWanted: nodes by index; the others are never found.
  init(_ points: [SIMD2<Double>], where isWanted: (Int) -> Bool) {
    self.points = points
    for index in points.indices where isWanted(index) {
      cells[NodeIndex.cell(points[index]), default: []].append(Int32(index))
    }
  }

  private static func cell(_ point: SIMD2<Double>) -> SIMD2<Int32> {
    SIMD2(Int32((point.x / size).rounded(.down)), Int32((point.y / size).rounded(.down)))
  }

  /// The node nearest to a point, of those no farther than so many metres; of two as near the one with the lesser index.
  func nearest(to point: SIMD2<Double>, within reach: Double) -> (node: Int, apart: Double)? {
    let up = reach / 110_000
    let over = up / max(0.05, sineAndCosine((abs(point.y) + up) * .pi / 180).cosine)
    let (low, high) = (
      NodeIndex.cell(point - SIMD2(over, up)), NodeIndex.cell(point + SIMD2(over, up))
    )
    var best: (node: Int, apart: Double)?
    for x in low.x...high.x {
      for y in low.y...high.y {
        for node in cells[SIMD2(x, y)] ?? [] {
          let distance = Sphere.apart(points[Int(node)], point)
          guard distance <= reach else { continue }
          if let known = best, (known.apart, known.node) <= (distance, Int(node)) { continue }
          best = (Int(node), distance)
        }
      }
    }
    return best
  }
}
