using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Catalogue;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities.Transport;

/// <summary>Makes the columns of a vehicle: make, model, kind, fuel, year and the number on its chassis are of one vehicle.</summary>
/// <remarks>Drawn: one word each for model, year and fuel, one for the chassis' serial number and one for the plate.</remarks>
internal static class VehicleColumns
{
    private const uint SerialWord = 1;
    private const uint YearWord = 2;
    private const uint FuelWord = 3;
    private const uint PlateWord = 4;
    private const uint DistrictWord = 5;

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream)
    {
        RecordTable vehicles = RecordTable.Of("vehicle");
        switch (type.Name)
        {
            case "transport.vehicle_year":
                return new WholeColumn((in rows, index) => Year(rows, index, Vehicle(rows, index)));
            case "transport.vehicle_fuel":
                RecordTable fuels = RecordTable.Of("fuel");
                ImmutableArray<string> keys = fuels.Field("key");
                TextPool pool = new(fuels.Field("vehicle_fuel", locale));
                ImmutableArray<int[]> taken = [.. vehicles.Field("fuels").Select(list => list.Select(key => keys.IndexOf(key.ToString())).ToArray())];
                return new PooledColumn(pool, (in rows, index) =>
                {
                    int[] fitting = taken[Vehicle(rows, index)];
                    return fitting[rows.Below(stream, fitting.Length, index, FuelWord)];
                });
            case "transport.vin":
                ImmutableArray<string> makers = vehicles.Field("wmi");
                return new NumberColumn(stream, SerialWord, Vin.Capacity, (in rows, index, place, ref writer) =>
                {
                    int vehicle = Vehicle(rows, index);
                    Vin.Add(makers[vehicle], vehicle, Year(rows, index, vehicle), place, ref writer);
                });
            case "transport.license_plate":
                LicensePlate plate = LicensePlate.Of(locale);
                return new NumberColumn(stream, PlateWord, plate.Capacity, (in rows, index, place, ref writer) =>
                    plate.Add(rows.Word(stream, index, DistrictWord), place, ref writer));
            default:
                return RecordColumns.For(type, locale, stream);
        }

        int Vehicle(in EntityRows rows, int index) => vehicles.Weights.Pick(rows.Word(stream, index, RecordColumns.RecordWord));

        long Year(in EntityRows rows, int index, int vehicle)
        {
            (long first, long last) = Made.Of(vehicle);
            return first + rows.Below(stream, (int)(last - first) + 1, index, YearWord);
        }
    }

    // The years in which each model was made.
    private static class Made
    {
        private static readonly ImmutableArray<long> First = RecordTable.Of("vehicle").Numbers("first");
        private static readonly ImmutableArray<long> Last = RecordTable.Of("vehicle").Numbers("last");

        public static (long First, long Last) Of(int vehicle) => (First[vehicle], Last[vehicle]);
    }
}
