using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities.Transport;

/// <summary>Makes the columns of a flight: the airline and a number of its own.</summary>
internal static class FlightColumns
{
    private const uint NumberWord = 1;

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream)
    {
        if (type.Name != "transport.flight_number")
            return RecordColumns.For(type, locale, stream);

        RecordTable airlines = RecordTable.Of("flight");
        ImmutableArray<string> codes = airlines.Field("airline_iata");
        return new ComposedColumn((in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            writer.Add(codes[airlines.Weights.Pick(rows.Word(stream, index, RecordColumns.RecordWord))]);
            writer.Add(1 + rows.Below(stream, 9_999, index, NumberWord));
            return writer.Length;
        });
    }
}
