using SynthData.Numerics;

namespace SynthData.Expressions.Nodes;

/// <summary>Doubles; no value where the result is not finite.</summary>
internal readonly struct AddDouble : IBinaryKernel<double, double, double>
{
    public bool Apply(double left, double right, out double result)
    {
        result = left + right;
        return double.IsFinite(result);
    }
}

internal readonly struct SubtractDouble : IBinaryKernel<double, double, double>
{
    public bool Apply(double left, double right, out double result)
    {
        result = left - right;
        return double.IsFinite(result);
    }
}

internal readonly struct MultiplyDouble : IBinaryKernel<double, double, double>
{
    public bool Apply(double left, double right, out double result)
    {
        result = left * right;
        return double.IsFinite(result);
    }
}

internal readonly struct DivideDouble : IBinaryKernel<double, double, double>
{
    public bool Apply(double left, double right, out double result)
    {
        result = left / right;
        return double.IsFinite(result);
    }
}

internal readonly struct RemainderDouble : IBinaryKernel<double, double, double>
{
    public bool Apply(double left, double right, out double result)
    {
        result = left % right;
        return double.IsFinite(result);
    }
}

internal readonly struct PowerDouble : IBinaryKernel<double, double, double>
{
    public bool Apply(double left, double right, out double result)
    {
        result = Transcendental.Power(left, right);
        return double.IsFinite(result);
    }
}

internal readonly struct NegateDouble : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = -value;
        return true;
    }
}

internal readonly struct AbsDouble : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = Math.Abs(value);
        return true;
    }
}

internal readonly struct SignDouble : IUnaryKernel<double, long>
{
    public bool Apply(double value, out long result)
    {
        result = Math.Sign(value);
        return true;
    }
}

internal readonly struct FloorDouble : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = Math.Floor(value);
        return true;
    }
}

internal readonly struct CeilDouble : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = Math.Ceiling(value);
        return true;
    }
}

/// <summary>Half away from zero at a number of places, by way of the double's product with a power of ten.</summary>
internal readonly struct RoundDouble(int places) : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        double factor = (double)Rounding.PowerOfTen(Math.Abs(places));
        double shifted = places < 0 ? value / factor : value * factor;
        double rounded = Math.Round(shifted, MidpointRounding.AwayFromZero);
        result = places < 0 ? rounded * factor : rounded / factor;
        if (!double.IsFinite(result))
            result = value;
        return true;
    }
}

internal readonly struct SquareRoot : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = Math.Sqrt(value);
        return value >= 0;
    }
}

internal readonly struct Logarithm : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = value > 0 ? Transcendental.Log(value) : 0;
        return value > 0;
    }
}

internal readonly struct Exponential : IUnaryKernel<double, double>
{
    public bool Apply(double value, out double result)
    {
        result = Transcendental.Exp(value);
        return double.IsFinite(result);
    }
}
