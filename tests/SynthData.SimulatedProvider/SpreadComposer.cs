using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SynthData.SimulatedProvider;

/// <summary>Says how values are spread, as a system message asks for it: ends and a median that come in this order, or a share.</summary>
internal static class SpreadComposer
{
    public static bool IsAsked(string system) => system.Contains("is spread over them", StringComparison.Ordinal);

    /// <summary>A value as JSON; the same for the same row.</summary>
    public static string Write(string row, string name, string traits)
    {
        uint chance = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(row)), 0);
        if (name == "values")
            return $"\"amber={10 + (chance % 50)}|sea green={5 + (chance % 20)}|plain=3|tone {chance % 100}=1\"";
        long unit = 1 + (chance % 200);
        long value = name switch { "low" => unit, "median" => 2 * unit, "high" => 7 * unit, _ => unit % 100 };
        CultureInfo culture = CultureInfo.InvariantCulture;
        return traits.Split(',')[0] switch
        {
            "whole number" => value.ToString(culture),
            "date as YYYY-MM-DD" => $"\"{new DateOnly(2023, 1, 1).AddDays((int)value).ToString("yyyy-MM-dd", culture)}\"",
            "timestamp as YYYY-MM-DDTHH:MM:SS" => $"\"{new DateTime(2023, 1, 1).AddHours(value).ToString("yyyy-MM-dd'T'HH:mm:ss", culture)}\"",
            "time as HH:MM:SS" => $"\"{new TimeOnly(0, 0).AddMinutes(value).ToString("HH:mm:ss", culture)}\"",
            _ => (value / 100m).ToString(culture),
        };
    }
}
