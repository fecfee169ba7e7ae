/// A physical dimension as a type; the value inside is SI, whatever unit the text used.
///
/// Addition, scaling, ratio and order come with the protocol. Products of dimensions are
/// named (`Speed.time(toCover:)`) or happen inside a kernel on plain `Double`.
public protocol Quantity: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The value in the SI unit of the dimension (m, s, m/s, rad, m², ratio …).
  var si: Double { get }
  /// Takes a value that is already SI.
  init(si: Double)
  /// Every spelling of a unit that text may use, with its size in SI; the first is the one we print.
  static var units: KeyValuePairs<String, Double> { get }
}

extension Quantity {
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(si: a.si + b.si) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(si: a.si - b.si) }
  @inlinable public static prefix func - (a: Self) -> Self { Self(si: -a.si) }
  @inlinable public static func * (a: Self, b: Double) -> Self { Self(si: a.si * b) }
  @inlinable public static func * (a: Double, b: Self) -> Self { Self(si: a * b.si) }
  @inlinable public static func / (a: Self, b: Double) -> Self { Self(si: a.si / b) }
  /// The ratio of two quantities of one dimension.
  @inlinable public static func / (a: Self, b: Self) -> Double { a.si / b.si }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.si < b.si }

  /// The value and the SI unit, as in `4200.0 m`.
  public var description: String {
    let unit = Self.units.first { $0.value == 1 }?.key ?? ""
    return unit.isEmpty ? "\(si)" : "\(si) \(unit)"
  }
}

/// A distance or a height.
public struct Length: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> {
    ["m": 1, "km": 1_000, "cm": 0.01, "ft": 0.3048, "nmi": 1_852]
  }

  @inlinable public static func metres(_ value: Double) -> Length { Length(si: value) }
  @inlinable public static func kilometres(_ value: Double) -> Length { Length(si: value * 1_000) }
  @inlinable public var metres: Double { si }
  @inlinable public var kilometres: Double { si / 1_000 }
}

/// An interval of time, signed.
public struct TimeSpan: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> {
    ["s": 1, "min": 60, "h": 3_600, "d": 86_400]
  }

  @inlinable public static func seconds(_ value: Double) -> TimeSpan { TimeSpan(si: value) }
  @inlinable public static func minutes(_ value: Double) -> TimeSpan { TimeSpan(si: value * 60) }
  @inlinable public var seconds: Double { si }
  @inlinable public var minutes: Double { si / 60 }
}

/// A speed along a path or over the ground.
public struct Speed: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> {
    ["m/s": 1, "km/h": 1 / 3.6, "km/s": 1_000, "kn": 1_852 / 3_600, "mph": 0.44704]
  }

  @inlinable public static func metresPerSecond(_ value: Double) -> Speed { Speed(si: value) }
  /// The time a steady mover needs for a distance.
  @inlinable public func time(toCover distance: Length) -> TimeSpan {
    TimeSpan(si: distance.si / si)
  }
}

/// A plane angle.
public struct Angle: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> { ["rad": 1, "deg": .pi / 180] }

  @inlinable public static func radians(_ value: Double) -> Angle { Angle(si: value) }
  @inlinable public static func degrees(_ value: Double) -> Angle { Angle(si: value * .pi / 180) }
  @inlinable public var radians: Double { si }
  @inlinable public var degrees: Double { si * 180 / .pi }
}

/// A radar cross-section, m².
public struct Area: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> { ["m2": 1] }
}

/// An acceleration; `g` is the standard 9.80665 m/s².
public struct Acceleration: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> { ["m/s2": 1, "g": 9.80665] }
}

/// Lift loading ℓ: lift per dynamic pressure and mass, m²/kg.
public struct LiftLoading: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> { ["m2/kg": 1] }
}

/// A mass per area, kg/m²: the ballistic coefficient m/(c A).
public struct MassLoading: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> { ["kg/m2": 1] }
}

/// A share, a probability, a count or a factor: no unit, or percent.
public struct Ratio: Quantity {
  public let si: Double
  @inlinable public init(si: Double) { self.si = si }
  public static var units: KeyValuePairs<String, Double> { ["": 1, "%": 0.01] }
}
