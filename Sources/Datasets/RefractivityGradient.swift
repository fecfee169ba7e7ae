public import Kernels

/// The gradient of radio refractivity by the share of time it is not exceeded, ITU-R P.453.
public struct RefractivityGradient: Sendable {
  /// Time percentages of the planes, ascending.
  public static let percentages: [Double] = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99, 99.5, 99.8, 99.9,
  ]

  let planes: [Grid]

  /// - Precondition: one plane a percentage.
  public init(planes: [Grid]) {
    precondition(planes.count == RefractivityGradient.percentages.count, "refractivity planes")
    self.planes = planes
  }

  /// The gradients at a point, N-units/km, in the order of `percentages`.
  ///
  /// - Parameters: degrees.
  public func gradients(latitude: Double, longitude: Double) -> [Double] {
    planes.map { $0.value(latitude: latitude, longitude: longitude) }
  }
}
