#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The U.S. Standard Atmosphere 1976.
///
/// Source: NOAA/NASA/USAF, NASA-TM-X-74335, equations 18, 23, 33a, 33b, 42, 50. Up to 86 km by the
/// standard's layers; above, density is log-linear between its printed values.
public enum Atmosphere {
  /// Effective Earth radius of the standard, m.
  static let radius = 6_356_766.0
  static let gravity = 9.80665
  /// Specific gas constant R*/M₀, J/(kg K), with the standard's R* = 8 314.32.
  static let gas = 8_314.32 / 28.9644

  /// Geopotential height of the layer's foot, m; temperature there, K; lapse rate, K/m; pressure, Pa.
  private static let layers:
    [(height: Double, temperature: Double, lapse: Double, pressure: Double)] =
      {
        var table: [(height: Double, temperature: Double, lapse: Double, pressure: Double)] = []
        let feet = [0.0, 11_000, 20_000, 32_000, 47_000, 51_000, 71_000]
        let lapses = [-0.0065, 0, 0.001, 0.0028, 0, -0.0028, -0.002]
        var (temperature, pressure) = (288.15, 101_325.0)
        for i in feet.indices {
          table.append((feet[i], temperature, lapses[i], pressure))
          guard i + 1 < feet.count else { break }
          let rise = feet[i + 1] - feet[i]
          pressure *= ratio(rise: rise, temperature: temperature, lapse: lapses[i])
          temperature += lapses[i] * rise
        }
        return table
      }()

  /// Altitude, m, and density, kg/m³, as the standard prints them.
  private static let high: [(altitude: Double, density: Double)] = [
    (86_000, 6.958e-6), (90_000, 3.416e-6), (100_000, 5.604e-7), (110_000, 9.708e-8),
    (120_000, 2.222e-8), (130_000, 8.152e-9), (140_000, 3.831e-9), (150_000, 2.076e-9),
    (160_000, 1.233e-9), (180_000, 5.194e-10), (200_000, 2.541e-10), (250_000, 6.073e-11),
    (300_000, 1.916e-11), (400_000, 2.803e-12), (500_000, 5.215e-13), (600_000, 1.137e-13),
    (800_000, 1.136e-14), (1_000_000, 3.561e-15),
  ]

  /// p/p₀ after a rise inside one layer.
  private static func ratio(rise: Double, temperature: Double, lapse: Double) -> Double {
    lapse == 0
      ? exp(-gravity * rise / (gas * temperature))
      : pow(temperature / (temperature + lapse * rise), gravity / (gas * lapse))
  }

  /// Molecular-scale temperature, K, and pressure, Pa, at a geometric altitude up to 86 km, m.
  ///
  /// The molecular-scale temperature is the kinetic one below 80 km and up to 0.04 % above it at
  /// 86 km. Negative altitudes follow the lowest layer.
  public static func state(altitude: Double) -> (temperature: Double, pressure: Double) {
    let height = radius * altitude / (radius + altitude)
    let layer = layers.last { $0.height <= height } ?? layers[0]
    let rise = height - layer.height
    return (
      layer.temperature + layer.lapse * rise,
      layer.pressure * ratio(rise: rise, temperature: layer.temperature, lapse: layer.lapse)
    )
  }

  /// Density, kg/m³, at a geometric altitude, m, up to 1 000 km; 0 above.
  public static func density(altitude: Double) -> Double {
    if altitude <= 86_000 {
      let state = state(altitude: altitude)
      return state.pressure / (gas * state.temperature)
    }
    guard let upper = high.firstIndex(where: { $0.altitude >= altitude }), upper > 0 else {
      return 0
    }
    let (a, b) = (high[upper - 1], high[upper])
    let share = (altitude - a.altitude) / (b.altitude - a.altitude)
    return a.density * pow(b.density / a.density, share)
  }

  /// Speed of sound, m/s, at a geometric altitude up to 86 km, m.
  public static func soundSpeed(altitude: Double) -> Double {
    (1.4 * gas * state(altitude: altitude).temperature).squareRoot()
  }
}
