package import Geodesy
internal import Kernels
package import Quantities
package import Theatre

/// A notional low-level net over a territory: what is not public may fill the gaps of what is.
///
/// Gap-fillers on a lattice of `spacing`, each with a mast and an instrumented range that are common
/// for the kind, on a smooth Earth of k = 4/3. Nobody says that such a net is there; results stand with
/// and without it.
package enum UndisclosedNet {
  package static let spacing: Length = .kilometres(60)
  package static let mast: Length = .metres(30)
  package static let instrumented: Length = .kilometres(60)
  /// Light for a firm track: two looks of ten seconds.
  package static let firmAfter: TimeSpan = .seconds(10)

  /// Sites of the net inside a territory: every second row moved by half.
  ///
  /// - Parameter isInside: by point of the plane.
  package static func sites(over plane: StudyPlane, isInside: [Bool]) -> [Position] {
    let step = max(1, Int((spacing.metres / plane.spacing).rounded()))
    let rise = max(1, Int((spacing.metres * 0.866 / plane.spacing).rounded()))
    var result: [Position] = []
    for (index, row) in stride(from: 0, to: plane.rows, by: rise).enumerated() {
      for column in stride(from: index % 2 * step / 2, to: plane.columns, by: step) {
        let cell = row * plane.columns + column
        if isInside[cell] { result.append(plane.positions[cell]) }
      }
    }
    return result
  }

  static func light(
    _ picture: inout LowPicture, from sites: [Position], height: Double,
    _ targets: [GreatCircle.Direction]
  ) {
    let reach = min(
      instrumented.metres, Radar.horizon(antenna: mast.metres, target: height, k: 4 / 3))
    // chords of the unit sphere
    let chord2 = (reach / Radar.earthRadius) * (reach / Radar.earthRadius)
    let time = Float(firmAfter.seconds)
    let middles = sites.map(\.direction)
    for (cell, target) in targets.enumerated() {
      let place = SIMD3(target.x[0], target.y[0], target.z[0])
      let isLit = middles.contains { middle in
        let apart = middle - place
        return (apart * apart).sum() <= chord2
      }
      if isLit { picture.light(cell, 0xff, time...time) }
    }
  }
}
