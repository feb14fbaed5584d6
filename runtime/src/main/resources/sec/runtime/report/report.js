'use strict';
(() => {
  const { variants } = JSON.parse(document.getElementById('data').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');

  // After Okabe and Ito (2008), told apart by the colour-blind; lighter or darker with the page.
  const palettes = {
    light: ['#4d545e', '#0072b2', '#c2510a', '#00805b', '#a8508a', '#a87400', '#3a93c9', '#8a5a2b'],
    dark: ['#c3cad4', '#56a9e8', '#f08a4b', '#35c79a', '#e58fc4', '#f0bd4a', '#8fd0f5', '#c99a6b'],
  };
  const shapes = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot', 'cross', 'rectRounded'];
  const trained = variants.filter((variant) => variant.role !== 'REFERENCE');
  const references = variants.filter((variant) => variant.role === 'REFERENCE');

  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = (variant) => {
    const palette = dark.matches ? palettes.dark : palettes.light;
    return palette[trained.indexOf(variant) % palette.length];
  };
  const dash = (variant) => trained.indexOf(variant) >= shapes.length ? [6, 4] : [];

  // As in the tables: a loss that explodes has no digits after the point to show.
  const shownLoss = (loss) => (Math.abs(loss) < 10000 ? loss.toFixed(4) : loss.toExponential(1));

  function line(variant, series) {
    return {
      label: variant.name,
      variant,
      data: variant[series],
      borderWidth: variant.role === 'BASELINE' ? 2.5 : 1.75,
      borderDash: dash(variant),
      pointStyle: shapes[trained.indexOf(variant) % shapes.length],
      pointRadius: variant[series].length > 40 ? 0 : 2.5,
      pointHoverRadius: 5,
      clip: false,
      tension: 0,
    };
  }

  // A model without epochs is a level to be above.
  function level(variant) {
    const last = Math.max(2, ...trained.map((other) => other.testTop1.length));
    return {
      label: variant.name,
      variant,
      data: [{ x: 1, y: variant.top1 }, { x: last, y: variant.top1 }],
      borderWidth: 1.5,
      borderDash: [3, 4],
      pointRadius: 0,
    };
  }

  // Test and training share their axis, so that the gap between them can be seen.
  function range(names, shown) {
    const values = shown.flatMap((variant) => names.flatMap((name) => variant[name].map((p) => p.y)))
        .concat(names.includes('testTop1')
          ? shown.filter((variant) => references.includes(variant)).map((variant) => variant.top1)
          : [])
        .filter((y) => y !== null);
    if (values.length === 0) {
      return {};
    }
    const low = Math.min(...values);
    const high = Math.max(...values);
    const room = (high - low || 1) * 0.04;
    return { suggestedMin: Math.max(0, low - room), suggestedMax: high + room };
  }

  function chart(canvas) {
    const series = canvas.dataset.series;
    const datasets = trained.map((variant) => line(variant, series));
    if (series === 'testTop1') {
      datasets.push(...references.map(level));
    }
    return new Chart(canvas, {
      type: 'line',
      data: { datasets },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        plugins: {
          legend: { display: false },
          tooltip: {
            usePointStyle: true,
            filter: (item) => !references.includes(item.dataset.variant),
            itemSort: (a, b) => (series.endsWith('Loss') ? 1 : -1) * (a.parsed.y - b.parsed.y),
            callbacks: {
              title: (items) => 'Epoch ' + items[0].parsed.x,
              label: (item) => ' ' + item.dataset.label + '  '
                  + (series.endsWith('Loss') ? shownLoss(item.parsed.y) : item.parsed.y.toFixed(2)),
            },
          },
        },
        scales: {
          x: {
            type: 'linear',
            min: 1,
            ticks: { precision: 0, maxTicksLimit: 12 },
            title: { display: true, text: 'epoch' },
          },
          y: {
            ticks: {
              callback(value, ...rest) {
                return Math.abs(value) < 10000
                  ? Chart.Ticks.formatters.numeric.call(this, value, ...rest)
                  : value.toExponential(1);
              },
            },
          },
        },
      },
    });
  }

  function paint(charts) {
    for (const { data, options } of charts) {
      for (const dataset of data.datasets) {
        const reference = references.includes(dataset.variant);
        dataset.borderColor = reference ? variable('--muted') : colour(dataset.variant);
        dataset.backgroundColor = dataset.borderColor;
      }
      for (const scale of Object.values(options.scales)) {
        scale.grid = { color: variable('--line') };
        scale.ticks = { ...scale.ticks, color: variable('--muted') };
        if (scale.title) {
          scale.title.color = variable('--muted');
        }
      }
    }
    charts.forEach((each) => each.update());
    for (const swatch of document.querySelectorAll('.swatch')) {
      const variant = variants[Number(swatch.dataset.variant)];
      swatch.style.background = references.includes(variant)
        ? `repeating-linear-gradient(90deg, ${variable('--muted')} 0 4px, transparent 4px 7px)`
        : colour(variant);
    }
  }

  function show(charts, hidden) {
    const shown = variants.filter((variant) => !hidden.has(variant));
    for (const each of charts) {
      const series = each.canvas.dataset.series;
      const kind = series.endsWith('Loss') ? ['trainLoss', 'testLoss'] : ['trainTop1', 'testTop1'];
      each.data.datasets.forEach(
          (dataset, i) => each.setDatasetVisibility(i, !hidden.has(dataset.variant)));
      Object.assign(
          each.options.scales.y, { suggestedMin: undefined, suggestedMax: undefined }, range(kind, shown));
      each.update();
    }
  }

  function toggles(charts) {
    const hidden = new Set();
    for (const variant of variants) {
      const button = document.createElement('button');
      const swatch = document.createElement('span');
      swatch.className = 'swatch';
      swatch.dataset.variant = String(variants.indexOf(variant));
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      button.append(swatch, variant.name);
      button.addEventListener('click', () => {
        if (!hidden.delete(variant)) {
          hidden.add(variant);
        }
        button.setAttribute('aria-pressed', String(!hidden.has(variant)));
        show(charts, hidden);
      });
      document.querySelector('.legend').append(button);
    }
    show(charts, hidden);
  }

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  const charts = [...document.querySelectorAll('canvas')].map(chart);
  toggles(charts);
  paint(charts);
  dark.addEventListener('change', () => paint(charts));
})();
