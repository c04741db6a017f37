using SynthData.Sources.Model;

namespace SynthData.Tests.Sources.Model;

public class WaveScheduleTests
{
    private static readonly WaveSchedule Schedule = new(64, 512);

    [Fact]
    public void Waves_double_until_they_are_large_and_stay_so()
    {
        Assert.Equal([64, 128, 256, 512, 1024, 1536, 2048], Bounds(0, 2048));
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(63, 64)]
    [InlineData(64, 128)]
    [InlineData(511, 512)]
    [InlineData(512, 1024)]
    [InlineData(1535, 1536)]
    [InlineData(1_000_000, 1_000_448)]
    public void A_wave_ends_where_it_does_whichever_of_its_slots_comes_first(long slot, long end)
    {
        Assert.Equal(end, Schedule.EndOf(slot));
    }

    [Fact]
    public void Every_slot_is_in_one_wave_whatever_the_sizes()
    {
        foreach ((int smallest, int largest) in ((int, int)[])[(1, 1), (8, 512), (64, 64), (100, 750), (600, 512)])
        {
            var schedule = new WaveSchedule(smallest, largest);
            for (long slot = 0, end = 0; slot < 5_000; slot++)
            {
                if (slot == end)
                    end = schedule.EndOf(slot);
                Assert.Equal(end, schedule.EndOf(slot));
                Assert.True(end > slot);
            }
        }
    }

    private static List<long> Bounds(long first, long last)
    {
        var bounds = new List<long>();
        for (long slot = first; slot < last; slot = bounds[^1])
            bounds.Add(Schedule.EndOf(slot));
        return bounds;
    }
}
