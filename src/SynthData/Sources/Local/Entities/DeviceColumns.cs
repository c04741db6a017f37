using SynthData.Catalogue;
using SynthData.Numerics;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of a device: maker, model, what runs on it, and numbers that tell one from another.</summary>
internal static class DeviceColumns
{
    /// <summary>Five digits of the type's code and six of the serial number.</summary>
    public const long ImeiCapacity = 100_000_000_000;

    /// <summary>Two letters and eight digits.</summary>
    public const long SerialCapacity = 24L * 24 * 100_000_000;

    private const uint ImeiWord = 1;
    private const uint SerialWord = 2;

    // No I and O, as on labels.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream) => type.Name switch
    {
        "technology.imei" => new NumberColumn(stream, ImeiWord, ImeiCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            writer.Add("001");
            writer.AddPadded(place, 11);
            writer.Add(Luhn.Digit(writer.Text[start..]));
        }),
        "technology.serial_number" => new NumberColumn(stream, SerialWord, SerialCapacity, (in rows, index, place, ref writer) =>
        {
            writer.Add(Letters[(int)(place / 2_400_000_000)]);
            writer.Add(Letters[(int)(place / 100_000_000 % 24)]);
            writer.AddPadded(place % 100_000_000, 8);
        }),
        _ => RecordColumns.For(type, locale, stream),
    };
}
