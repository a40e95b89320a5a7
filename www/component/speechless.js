// What can be said when not even the words have arrived.

export const SPEECHLESS = {
  lang: 'en',
  retry: '重试 · Try again',
  errors: {
    'engine-missing': [
      '阅读组件没有完整载入。 The reading component did not load completely.',
      '请刷新本页;网站管理者请确认 component 文件夹已一并发布。 Reload; whoever runs the site: publish all of the folder component.',
    ],
  },
};
